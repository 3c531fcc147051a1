using Hypermax.Budgets;
using Hypermax.Budgets.Brackets;
using Hypermax.Pruning;

namespace Hypermax.Tests.Budgets;

/// <summary>The schedules against those that the papers and the original programs have for the same budgets.</summary>
public class BracketScheduleTests
{
    [Theory]
    [InlineData(1, 81, 3, "1 3 9 27 81")]
    [InlineData(1, 243, 3, "1 3 9 27 81 243")]
    [InlineData(1, 30, 3, "1 3 10 30")]
    [InlineData(2, 30, 3, "3 10 30")]
    [InlineData(9, 10, 3, "10")]
    [InlineData(1, 16, 2, "1 2 4 8 16")]
    [InlineData(1, 1000, 10, "1 10 100 1000")]
    [InlineData(1, 4, 1.1, "1 2 3 4")]
    public void Budgets_OfTheRungs(long min, long max, double eta, string expected) =>
        Assert.Equal(expected, string.Join(' ', new Fidelity(min, max, eta).Budgets));

    [Theory]
    [InlineData("hyperband", 1, 81, 3, "81@1 27@3 9@9 3@27 1@81; 34@3 11@9 3@27 1@81; 15@9 5@27 1@81; 8@27 2@81; 5@81")]
    [InlineData("bohb", 1, 81, 3, "81@1 27@3 9@9 3@27 1@81; 27@3 9@9 3@27 1@81; 9@9 3@27 1@81; 6@27 2@81; 5@81")]
    [InlineData("abh", 1, 30, 3, "27@1 9@3 3@10 1@30; 12@3 4@10 1@30; 6@10 2@30; 4@30")]
    [InlineData("abh", 1, 243, 3, "243@1 81@3 27@9 9@27 3@81 1@243; 97@3 32@9 11@27 4@81 1@243; 40@9 14@27 4@81 2@243; 18@27 6@81 2@243; 9@81 3@243; 6@243")]
    [InlineData("abh", 10, 30, 3, "3@10 1@30; 2@30")]
    [InlineData("abh", 1, 1000, 10, "1000@1 100@10 10@100 1@1000; 133@10 13@100 1@1000; 20@100 2@1000; 4@1000")]
    public void BracketsOf_TheListedBudgets(string name, long min, long max, double eta, string expected)
    {
        BracketSchedule schedule = Assert.IsType<BracketSchedule>(Schedules.Create(name));

        IReadOnlyList<Bracket> brackets = schedule.BracketsOf(new Fidelity(min, max, eta));

        static string Words(Rung rung) => FormattableString.Invariant($"{rung.Trials}@{rung.Budget}");
        Assert.Equal(expected, string.Join("; ", brackets.Select(bracket => string.Join(' ', bracket.Rungs.Select(Words)))));
    }

    [Theory]
    [InlineData("abh")]
    [InlineData("bohb")]
    [InlineData("hyperband")]
    public void Next_OneWorker_FillsEveryRungAndHalvesItByLoss(string name)
    {
        Simulation simulation = new(name, new Fidelity(1, 9));
        int whole = ((BracketSchedule)Schedules.Create(name)).BracketsOf(simulation.Fidelity).Sum(bracket => bracket.Rungs.Sum(rung => rung.Trials));

        simulation.Run(2 * whole, number => number * 37 % 101);

        foreach (ScheduledTrial promoted in simulation.Trials.Where(trial => trial.Budget.Continues is not null))
        {
            ScheduledTrial before = simulation.Trials[promoted.Budget.Continues!.Value];
            Assert.Equal(promoted.Budget.Round - 1, before.Budget.Round);
            Assert.True(before.Budget.Amount < promoted.Budget.Amount);
        }

        foreach (var rung in simulation.Trials.Take(whole).GroupBy(trial => (trial.Budget.Loop, trial.Budget.Group, trial.Budget.Round)))
        {
            ScheduledTrial[] promoted =
            [
                .. simulation.Trials.Where(trial => trial.Budget.Continues is int earlier && rung.Any(one => one.Number == earlier))
                    .Select(trial => simulation.Trials[trial.Budget.Continues!.Value]),
            ];
            Assert.Equal(rung.OrderBy(trial => trial.Loss).Take(promoted.Length).Select(trial => trial.Number), promoted.Select(trial => trial.Number));
        }

        Assert.All(simulation.Trials.Take(whole), trial => Assert.Equal(0, trial.Budget.Loop));
        Assert.All(simulation.Trials.Skip(whole), trial => Assert.Equal(1, trial.Budget.Loop));
    }

    /// <summary>A trial that never ends holds up neither its own rung nor any other.</summary>
    [Theory]
    [InlineData("abh")]
    [InlineData("asha")]
    [InlineData("bohb")]
    [InlineData("hyperband")]
    public void Next_StragglerOnTheLowestRung_PromotesTheOthersToTheWholeBudget(string name)
    {
        Simulation simulation = new(name, new Fidelity(1, 9)) { Straggler = 2 };

        simulation.Run(60, number => number);

        Assert.True(simulation.Trials.Count(trial => trial.Budget.Amount == 9 && trial.Budget.Continues is not null) >= 2);
        Assert.DoesNotContain(simulation.Trials, trial => trial.Budget.Continues == 2);
    }

    /// <summary>The original offers failed configurations again for ever.</summary>
    [Theory]
    [InlineData("abh")]
    [InlineData("asha")]
    [InlineData("bohb")]
    [InlineData("hyperband")]
    public void Next_TrialsThatFail_AreNeverPromotedAndHoldNothingUp(string name)
    {
        Simulation simulation = new(name, new Fidelity(1, 9));

        simulation.Run(80, number => number % 3 == 0 ? number : double.NaN);

        ScheduledTrial[] promoted = [.. simulation.Trials.Where(trial => trial.Budget.Continues is not null)];
        Assert.All(promoted, trial => Assert.True(simulation.Trials[trial.Budget.Continues!.Value].HasLoss));
        Assert.Contains(simulation.Trials, trial => trial.Budget.Amount == 9);
    }

    [Fact]
    public void Next_Asha_PromotesTheBestThirdOfARungAtOnce()
    {
        Simulation simulation = new("asha", new Fidelity(1, 9));

        simulation.Run(8, number => 10 - number);

        Assert.Equal("1 1 1 3<2 1 3<4 1 3<6", string.Join(' ', simulation.Trials.Select(trial =>
            trial.Budget.Continues is int earlier ? FormattableString.Invariant($"{trial.Budget.Amount}<{earlier}") : $"{trial.Budget.Amount}")));
    }

    [Fact]
    public void Create_NameWithALetterTooMany_NamesTheNearest() =>
        Assert.Contains("Did you mean 'asha'?", Assert.Throws<ArgumentException>(() => Schedules.Create("ashaa")).Message, StringComparison.Ordinal);

    private sealed class Simulation(string name, Fidelity fidelity)
    {
        private readonly IBudgetSchedule _schedule = Schedules.Create(name);

        public Fidelity Fidelity => fidelity;

        public int Straggler { get; init; } = -1;

        public List<ScheduledTrial> Trials { get; } = [];

        public void Run(int trials, Func<int, double> loss)
        {
            for (int number = Trials.Count; number < trials; number++)
            {
                Assignment next = _schedule.Next(
                    new ScheduleContext { Fidelity = fidelity, Trials = [.. Trials], Curves = new CurveHistory([]), TrialNumber = number, Seed = 1 })!;
                double value = loss(number);
                Trials.Add(new ScheduledTrial(number, next.Budget)
                {
                    Loss = number == Straggler ? double.NaN : value,
                    State = number == Straggler ? TrialState.Running
                        : double.IsNaN(value) ? TrialState.Failed
                        : next.Budget.Amount < fidelity.Max ? TrialState.Partial : TrialState.Complete,
                });
            }
        }
    }
}
