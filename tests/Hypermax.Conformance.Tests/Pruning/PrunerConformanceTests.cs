using Hypermax.Pruning;

namespace Hypermax.Conformance.Tests.Pruning;

/// <summary>The suite lets a good pruner pass, and catches each fault by the promise that it breaks.</summary>
public sealed class PrunerConformanceTests
{
    private static readonly Dictionary<string, (Func<IPruner> Create, string Test, string Words)> Faults = new(StringComparer.Ordinal)
    {
        ["no name"] = (() => new Faulty(static _ => null, " "), nameof(PrunerConformance.NameIsItsOwn), "a pruner has a name"),
        ["somebody's name"] = (() => new Faulty(static _ => null, "median"), nameof(PrunerConformance.NameIsItsOwn), "is the name of one of Hypermax"),
        ["counts its calls"] = (
            static () =>
            {
                int calls = 0;
                return new Faulty(_ => ++calls % 2 == 0 ? "it is even" : null);
            },
            nameof(PrunerConformance.VerdictsDependOnTheContextAlone),
            "it says '', and something else when asked again"),
        ["a sentence"] = (() => new Faulty(static _ => "It is bad."), nameof(PrunerConformance.ReasonsAreClauses), "it is 'It is bad.'"),
        ["stops the best"] = (() => new Faulty(static _ => "it is good"), nameof(PrunerConformance.LeadersGoOn), "it is stopped, for 'it is good'"),
        ["needs a history"] = (
            () => new Faulty(static context => context.History[0].Count > 9 ? "it is late" : null),
            nameof(PrunerConformance.NothingThrows),
            "0 earlier trials"),
    };

    public static TheoryData<string> Names { get; } = [.. Faults.Keys];

    [Fact]
    public async Task GoodPruner_PassesAll() => Assert.Empty(await Suite.RunAsync(() => new Joined(() => new Faulty(static _ => null))));

    [Theory]
    [MemberData(nameof(Names))]
    public Task FaultyPruner_IsCaughtByThePromiseThatItBreaks(string fault)
    {
        (Func<IPruner> create, string test, string words) = Faults[fault];

        return Suite.CatchesAsync(() => new Joined(create), test, words);
    }

    private sealed class Joined(Func<IPruner> create) : PrunerConformance
    {
        protected override IPruner Create() => create();
    }

    private sealed class Faulty(Func<PrunerContext, string?> judge, string name = "mine") : IPruner
    {
        public string Name => name;

        public string? FindReason(PrunerContext context) => judge(context);
    }
}
