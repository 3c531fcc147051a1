using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling;

/// <summary>The unit of a constraint's value, bytes or mebibytes, decides nothing: no proposal changes with it.</summary>
public sealed class ConstraintUnitTests
{
    private const int Trials = 45;
    private const double Mebi = 1 << 20;

    private static readonly SearchSpace Space = new(
        "units", [.. Enumerable.Range(0, 3).Select(i => new NumericParameter("x" + (char)('0' + i), Law.Uniform, 0, 1))]);

    public static TheoryData<string, int, double> Cases
    {
        get
        {
            TheoryData<string, int, double> cases = [];
            foreach (string method in Samplers.Names.Where(name => name != "grid" && Samplers.Create(name).LearnsConstraints))
            {
                // A power of two changes no digit, so that models whose arithmetic is not exact can be compared to the last bit.
                cases.Add(method, 1, Mebi);
                cases.Add(method, 1, 1 / Mebi);
                if (Samplers.Create(method).TakesSeveralObjectives)
                {
                    cases.Add(method, 2, Mebi);
                }
            }

            foreach (string ranking in (string[])["tpe", "nsga2", "nsga3"])
            {
                cases.Add(ranking, 1, 1e6);
                cases.Add(ranking, 2, 1e6);
                cases.Add(ranking, 2, 1e-6);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ask_OneConstraintInAnotherUnit_SamePoints(string method, int objectives, double unit)
    {
        (string usual, int broken) = Points(method, objectives, 1);

        Assert.True(broken > Trials / 4, $"{broken} of {Trials} trials break a constraint; the case says little.");
        Assert.Equal(usual, Points(method, objectives, unit).Points);
    }

    [Fact]
    public void Infeasibilities_TwoConstraintsOfOtherSize_CountInPartsOfWhatIsUsual()
    {
        TrialHistory history = new(1);
        Add(history, bytes: 4e9, percent: 0);
        Add(history, bytes: 0, percent: 3);
        Add(history, bytes: 2e9, percent: 1);
        Add(history, bytes: 1e9, percent: 30);
        Add(history, bytes: -5, percent: -5);

        // The medians are 2e9 and 3.
        Assert.Equal([2, 1, 1 + (1.0 / 3), 10.5, 0], history.Infeasibilities.ToArray());
        Assert.Equal([false, false, false, false, true], Enumerable.Range(0, history.Count).Select(history.IsFeasible));
    }

    [Fact]
    public void Order_RowsThatComeLater_IsThatOfAllRowsAtOnce()
    {
        TrialHistory history = new(1);
        HistoryRanking asTheyCome = new(history);
        Random random = new(3);
        for (int row = 0; row < 60; row++)
        {
            Add(history, Math.Exp(30 * random.NextDouble()) - 1e3, random.Next(-2, 20));
            asTheyCome.Update();
            HistoryRanking atOnce = new(history);
            atOnce.Update();

            Assert.Equal(atOnce.Order.ToArray(), asTheyCome.Order.ToArray());
        }
    }

    private static void Add(TrialHistory history, double bytes, double percent) => history.Add(
        history.Count,
        [0],
        [history.Count % 7],
        [new ConstraintValue(new OutcomeConstraint("bytes", AtMost: 0), bytes), new ConstraintValue(new OutcomeConstraint("percent", AtMost: 0), percent)],
        TrialState.Complete);

    private static (string Points, int Broken) Points(string method, int objectives, double unit)
    {
        using Study study = Study.Create(Space, new StudyOptions
        {
            Method = method,
            Trials = Trials,
            Seed = 5,
            Directions = [.. Enumerable.Repeat(Direction.Minimize, objectives)],
        });
        for (int i = 0; i < Trials; i++)
        {
            Trial trial = study.Ask()!;
            (double x, double y, double z) = (trial.Point[0], trial.Point[1], trial.Point[2]);
            trial.Constrain("memory", unit * (x + (2 * y) - 0.6), atMost: 0);
            trial.Constrain("share", z - (y * x), atLeast: 0.3, atMost: 0.5);
            study.Tell(trial, [.. new[] { (1 - x) + (y * z), (x * z) - y }.Take(objectives)]);
        }

        return (
            string.Join('\n', study.Trials.Select(trial => string.Join(' ', trial.Point.ToArray().Select(value => value.ToString("R"))))),
            study.Trials.Count(trial => !trial.IsFeasible));
    }
}
