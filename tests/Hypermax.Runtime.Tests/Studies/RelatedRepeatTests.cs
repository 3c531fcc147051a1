using Hypermax.Sampling;

namespace Hypermax.Tests.Studies;

/// <summary>Points that only meet once their relations hold are no more evaluated twice than others are.</summary>
public sealed class RelatedRepeatTests
{
    private const int Trials = 40;

    private static readonly Dictionary<string, SearchSpace> Spaces = new(StringComparer.Ordinal)
    {
        ["sum"] = Of(Number("x", 0, 1), Number("y", 0, 1), new SumRelation([0, 1], 1)),
        ["cappedSum"] = Of(Number("x", 0, 0.6), Number("y", 0.2, 0.9), new SumRelation([0, 1], 1)),
        ["order"] = Of(Number("x", 0, 1), Number("y", 0, 1), new LessThanRelation([0, 1], OrEqual: true)),
        ["narrowOrder"] = Of(Number("x", 0, 1), Number("y", -4, 0.1), new LessThanRelation([0, 1], OrEqual: false)),
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string method in Samplers.Names.Where(name => name != "grid"))
            {
                foreach (string space in Spaces.Keys)
                {
                    cases.Add(method, space);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ask_BestPlaceOnABound_NoPointTwice(string method, string space)
    {
        foreach (int sign in (int[])[1, -1])
        {
            using Study study = Study.Create(Spaces[space], new StudyOptions { Method = method, Trials = Trials });
            for (int i = 0; i < Trials; i++)
            {
                Trial trial = study.Ask()!;
                study.Tell(trial, sign * trial.Point[0]);
            }

            Assert.Equal(Trials, study.Trials.Select(Key).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Ask_Grid_EveryPointOnceAndThenNoMore()
    {
        SearchSpace space = Of(
            new NumericParameter("x", Law.Uniform, 0, 4, isInteger: true),
            new NumericParameter("y", Law.Uniform, 0, 4, isInteger: true),
            new LessThanRelation([0, 1]));
        using Study study = Study.Create(space, new StudyOptions { Method = "grid", Trials = 100 });
        while (study.Trials.Count < 50 && study.Ask() is { } trial)
        {
            study.Tell(trial, trial.Point[0]);
        }

        // Ten pairs of five numbers.
        Assert.Equal(10, study.Trials.Count);
        Assert.Equal(10, study.Trials.Select(Key).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Ask_OnlyOnePointObeys_IsAskedForAgain()
    {
        using Study study = Study.Create(
            Of(Number("x", 0, 0.5), Number("y", 0, 0.5), new SumRelation([0, 1], 1)), new StudyOptions { Method = "random", Trials = 3 });
        for (int i = 0; i < 3; i++)
        {
            Trial trial = study.Ask()!;
            Assert.Equal([0.5, 0.5], trial.Point);
            study.Tell(trial, 1);
        }
    }

    private static NumericParameter Number(string name, double low, double high) => new(name, Law.Uniform, low, high);

    private static SearchSpace Of(Parameter first, Parameter second, Relation relation) => new("related", [first, second], [relation]);

    private static string Key(TrialRecord trial) =>
        string.Join(' ', trial.Point.Select(value => value.ToString("F8", System.Globalization.CultureInfo.InvariantCulture)));
}
