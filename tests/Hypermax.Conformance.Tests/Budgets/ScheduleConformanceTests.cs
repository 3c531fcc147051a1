using Hypermax.Budgets;

namespace Hypermax.Conformance.Tests.Budgets;

/// <summary>The suite lets a good schedule pass, and catches each fault by the promise that it breaks.</summary>
public sealed class ScheduleConformanceTests
{
    private static readonly Dictionary<string, (Func<IBudgetSchedule> Create, string Test, string Words)> Faults = new(StringComparer.Ordinal)
    {
        ["no name"] = (() => new Mine(Good, " "), nameof(ScheduleConformance.NameIsItsOwn), "a schedule has a name"),
        ["somebody's name"] = (() => new Mine(Good, "asha"), nameof(ScheduleConformance.NameIsItsOwn), "is the name of one of Hypermax"),
        ["counts its calls"] = (
            static () =>
            {
                int calls = 0;
                return new Mine(context => ++calls % 2 == 0 ? Good(context) : New(context.Fidelity.Min));
            },
            nameof(ScheduleConformance.DecisionsDependOnTheContextAlone),
            "and something else when asked again"),
        ["waits for all"] = (
            () => new Mine(static context => context.Trials.Any(trial => !trial.IsFinished) ? null : Good(context)),
            nameof(ScheduleConformance.NobodyWaits),
            "it says nothing"),
        ["too much"] = (
            () => new Mine(static context => New(context.Fidelity.Max + 1)), nameof(ScheduleConformance.BudgetsAreThoseOfTheStudy), "it gives 10"),
        ["continues what runs"] = (
            () => new Mine(static context => context.Trials.FirstOrDefault(trial => !trial.IsFinished) is { } running
                ? GoOn(context, running.Number)
                : New(context.Fidelity.Min)),
            nameof(ScheduleConformance.OnlyWhatEndedWellGoesOn),
            "which is Running and has no loss that counts"),
        ["continues what is whole"] = (
            () => new Mine(static context => context.TrialNumber > 0 ? GoOn(context, context.TrialNumber - 1) : Good(context)),
            nameof(ScheduleConformance.OnlyWhatEndedWellGoesOn),
            "which had 9 already"),
        ["continues twice"] = (
            () => new Mine(static context => context.Trials.FirstOrDefault(Ended) is { } first ? GoOn(context, first.Number) : New(context.Fidelity.Min)),
            nameof(ScheduleConformance.OnlyWhatEndedWellGoesOn),
            "which another one continues already"),
        ["a sentence"] = (
            () => new Mine(static context => Good(context) with { Note = "It is good." }), nameof(ScheduleConformance.NotesAreClauses), "it is 'It is good.'"),
        ["begins all the same"] = (
            () => new Mine(Good), nameof(ScheduleConformance.NoPointBeginsWhereNoneMay), "it says budget 9 for a new point"),
        ["never the whole"] = (
            () => new Mine(static context => New(context.Fidelity.Min)),
            nameof(ScheduleConformance.LeaderComesToTheWholeBudget),
            "that of trial 2 has not run with 9"),
        ["adds up losses"] = (
            () => new Mine(static context => New(checked((long)Math.Clamp(context.Trials.Sum(trial => trial.Loss), 1, context.Fidelity.Max)))),
            nameof(ScheduleConformance.NothingThrows),
            "it threw OverflowException"),
    };

    public static TheoryData<string> Names { get; } = [.. Faults.Keys];

    [Fact]
    public async Task GoodSchedule_PassesAll() =>
        Assert.Empty(await Suite.RunAsync(() => new Joined(() => new Mine(static context => context.MayStart ? Good(context) : null))));

    [Theory]
    [MemberData(nameof(Names))]
    public Task FaultySchedule_IsCaughtByThePromiseThatItBreaks(string fault)
    {
        (Func<IBudgetSchedule> create, string test, string words) = Faults[fault];

        return Suite.CatchesAsync(() => new Joined(create), test, words);
    }

    private static Assignment Good(ScheduleContext context) => New(context.Fidelity.Max);

    private static Assignment New(long budget) => new(new TrialBudget(budget));

    private static Assignment GoOn(ScheduleContext context, int number) => new(new TrialBudget(context.Fidelity.Max) { Continues = number });

    private static bool Ended(ScheduledTrial trial) => trial.State == TrialState.Partial;

    private sealed class Joined(Func<IBudgetSchedule> create) : ScheduleConformance
    {
        protected override IBudgetSchedule Create() => create();
    }

    private sealed class Mine(Func<ScheduleContext, Assignment?> decide, string name = "mine") : IBudgetSchedule
    {
        public string Name => name;

        public Assignment? Next(ScheduleContext context) => decide(context);
    }
}
