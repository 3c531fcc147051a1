using Hypermax.Sampling;
using Hypermax.Trials;

namespace Hypermax.Conformance.Tests.Sampling;

/// <summary>The suite lets a good sampler pass, and catches each fault by the promise that it breaks.</summary>
public sealed class SamplerConformanceTests
{
    private static readonly Dictionary<string, (Func<ISampler> Create, string Test, string[] Words)> Faults = new(StringComparer.Ordinal)
    {
        ["out of range"] = (
            Changing(point => point[0] = 7), nameof(SamplerConformance.PointsAreOfTheSpace),
            [
                "every proposal is a point of the space, when trials go well", "'linear' cannot be 7",
                "new SamplerRun(Create(), SamplerSpaces.Numbers, seed: 1)",
            ]),
        ["too short"] = (
            () => new FaultySampler((_, good) => new Proposal(good.Vector[1..], good.Insight)), nameof(SamplerConformance.PointsAreOfTheSpace),
            ["the point has 4 values, the space 5 parameters"]),
        ["where nothing exists"] = (
            In("branches", (_, point) => point[^2] = 0.5), nameof(SamplerConformance.PointsAreOfTheSpace),
            ["'momentum' does not exist at the point, so it must be NaN; it is 0.5", "SamplerSpaces.Branches"]),
        ["a random space only"] = (
            In("random11", (_, point) => point[0] = double.NaN), nameof(SamplerConformance.PointsAreOfRandomSpaces), ["RandomSpaces.Make(11), seed: 11)"]),
        ["an extreme space only"] = (
            In("threeHundred", (_, point) => point[^1] = 3), nameof(SamplerConformance.PointsAreOfExtremeSpaces), ["'c39' cannot be 3"]),
        ["failures counted as losses"] = (
            In("numbers", (context, point) => point[0] += Losses(context).Any(double.IsNaN) ? double.NaN : 0),
            nameof(SamplerConformance.PointsAreOfTheSpaceWhenTrialsFail), ["when trials fail with and without a penalty", "'linear' cannot be NaN"]),
        ["only failures"] = (
            In("numbers", (context, point) => point[0] = context.History.Count > 3 && context.History.UsableCount == 0 ? 9 : point[0]),
            nameof(SamplerConformance.PointsAreOfTheSpaceWhenAllTrialsFail), ["when all trials fail"]),
        ["losses squared"] = (
            In("numbers", (context, point) => point[0] = Losses(context).Sum(loss => loss * loss) is double.PositiveInfinity ? 9 : point[0]),
            nameof(SamplerConformance.PointsAreOfTheSpaceForAnyLoss), ["when losses are "]),
        ["mean of losses"] = (
            In("numbers", (context, point) => point[0] = double.IsFinite(Losses(context).Sum()) ? point[0] : 9),
            nameof(SamplerConformance.PointsAreOfTheSpaceWithOutliers), ["when some losses are enormous or infinite"]),
        ["rows taken for trials"] = (
            In("numbers", (context, point) => point[0] = context.History.Count + 2 < context.TrialNumber ? 9 : point[0]),
            nameof(SamplerConformance.PointsAreOfTheSpaceWhenTrialsEndOutOfOrder), ["when trials end in another order than they began"]),
        ["blind to fixed values"] = (
            () => new FaultySampler((_, good) => good) { Sees = context => Copy(context, given: FixedValues.None) },
            nameof(SamplerConformance.PointsAreOfTheSpaceOnceFixedValuesAreWritten), ["once fixed values are written into it"]),
        ["forgets failures"] = (
            () => new FaultySampler((context, good) => context.TrialNumber % 30 < 2 ? new Proposal(new double[5], good.Insight) : good),
            nameof(SamplerConformance.PointsDifferAfterThirtyFailures), ["cannot be 0"]),
        ["draws from nowhere"] = (
            () => new FaultySampler((_, good) => good) { Sees = context => Copy(context, seed: BitConverter.ToInt64(Guid.NewGuid().ToByteArray())) },
            nameof(SamplerConformance.SameSeedGivesTheSamePoints), ["the same seed gives the same points", "first: ", "then: ", "seen at trial 0 of"]),
        ["counts for itself"] = (
            () =>
            {
                int calls = 0;
                return new FaultySampler((_, good) => good) { Sees = context => Copy(context, seed: calls++) };
            },
            nameof(SamplerConformance.NewInstanceProposesTheSamePoint), ["so a new instance proposes the same point", "a new one says: "]),
        ["counts calls"] = (
            () =>
            {
                int calls = 0;
                return new FaultySampler((_, good) => good) { Sees = context => Copy(context, seed: calls++) };
            },
            nameof(SamplerConformance.AskedTwiceItProposesTheSamePoint), ["so asking twice gives the same point"]),
        ["keeps the vector"] = (
            () =>
            {
                double[]? kept = null;
                return new FaultySampler(
                    (_, good) => good.IsExhausted ? good : new Proposal(kept = kept is null ? good.Vector : Again(kept, good), good.Insight));
            },
            nameof(SamplerConformance.VectorBelongsToTheReceiver), ["the vector of a proposal belongs to who asked"]),
        ["losses as numbers"] = (
            () => new FaultySampler((_, good) => good) { Sees = context => Copy(context, seed: context.Seed + (long)(Losses(context).Sum() * 4)) },
            nameof(SamplerConformance.UnitAndOriginOfTheLossDoNotMatter),
            ["do not depend on the unit and the origin of the loss", "8 times the loss and 0 more"]),
        ["blind to what runs"] = (
            () => new FaultySampler((context, good) => good) { Sees = context => Copy(context, trial: context.History.Count, running: []) },
            nameof(SamplerConformance.ManyRunningTrialsDiffer), ["trials that run at the same time have different points", "trial 1 has the point of trial 0"]),
        ["blind to what runs in branches"] = (
            () => new FaultySampler((context, good) => good) { Sees = context => Copy(context, trial: context.History.Count, running: []) },
            nameof(SamplerConformance.RunningTrialsInBranchesDiffer), ["trials that run at the same time have different points", "SamplerSpaces.Branches"]),
        ["blind to attempts"] = (
            () => new FaultySampler((_, good) => good) { Sees = context => Copy(context, attempt: 0) },
            nameof(SamplerConformance.AnotherAttemptLeadsToOtherPoints), ["all of 5 attempts gave ", "draw from SamplerContext.Stream"]),
        ["never used up"] = (
            () => new FaultySampler(
                (_, good) => good.IsExhausted ? new Proposal([0, 1, double.NaN, double.NaN, double.NaN, double.NaN], good.Insight) : good),
            nameof(SamplerConformance.FiniteSpaceIsSearchedOnceAndThenUsedUp), ["in a finite space every point is proposed once", "has the point of trial"]),
        ["used up too soon"] = (
            () => new FaultySampler((context, good) => context.TrialNumber == 20 ? Proposal.Exhausted : good),
            nameof(SamplerConformance.FiniteSpaceIsSearchedOnceAndThenUsedUp), ["the space has 23 points, 20 were proposed"]),
        ["forgets the failed point"] = (
            () => new FaultySampler((context, good) => context.Geometry.Count == 0 ? new Proposal([], good.Insight) : good),
            nameof(SamplerConformance.EmptySpaceHasOnePoint), ["a space without parameters has one point", "5 points were proposed"]),
        ["forgets the running point"] = (
            () => new FaultySampler((_, good) => good) { Sees = context => Copy(context, running: []) },
            nameof(SamplerConformance.EmptySpaceIsUsedUpWhileItsPointRuns), ["2 points were proposed"]),
        ["a name that is taken"] = (
            () => new FaultySampler((_, good) => good) { Name = "tpe" }, nameof(SamplerConformance.NameIsItsOwn),
            ["the name of a method belongs to one sampler", "'tpe' is the name of TpeSampler"]),
        ["no name"] = (() => new FaultySampler((_, good) => good) { Name = " " }, nameof(SamplerConformance.NameIsItsOwn), ["a sampler has a name"]),
        ["startup below nothing"] = (
            () => new FaultySampler((_, good) => good) { Startup = -1 }, nameof(SamplerConformance.StartupTrialsAreCounted), ["it is -1"]),
        ["lost among six objectives"] = (
            In("branches", (context, point) => point[0] = context.History.ObjectiveCount == 6 ? 9 : point[0]),
            nameof(SamplerConformance.SeveralObjectivesRepeat), ["with several objectives and a constraint", "objectives: 6"]),
        ["needs a feasible trial"] = (
            In("branches", (context, point) => point[0] = context.History is { ConstraintNames.Count: > 0, BestRow: < 0, Count: > 3 } ? 9 : point[0]),
            nameof(SamplerConformance.NoTrialIsFeasible), ["with several objectives and a constraint"]),
        ["divides by the range of the front"] = (
            In("branches", (context, point) => point[0] /= context.History.ObjectiveCount > 1 && Losses(context) is [3, 3, ..] ? 0 : 1),
            nameof(SamplerConformance.FrontOfOnePoint), ["where the front is one point"]),
        ["throws"] = (
            () => new FaultySampler((context, good) => context.TrialNumber == 3 ? throw new InvalidOperationException("no mean") : good),
            nameof(SamplerConformance.SameSeedGivesTheSamePoints), ["throws nothing", "no mean", "seen at trial 3 of"]),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Fact]
    public async Task GoodSampler_PassesTheSuite() => Assert.Empty(await Suite.RunAsync(() => new Joined(() => new FreshPoints())));

    [Theory]
    [MemberData(nameof(FaultNames))]
    public Task FaultySampler_IsCaughtByItsPromise(string fault) =>
        Suite.CatchesAsync(() => new Joined(Faults[fault].Create), Faults[fault].Test, Faults[fault].Words);

    [Fact]
    public Task EveryPromise_IsBrokenByAFaultHere()
    {
        string[] untried =
        [
            .. typeof(SamplerConformance).GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: true))
                .Select(method => method.Name).Except(Faults.Values.Select(fault => fault.Test)).Except([nameof(SamplerConformance.SearchesASpace)]),
        ];

        Assert.Empty(untried);
        return Suite.CatchesAsync(() => new Choosy(), nameof(SamplerConformance.SearchesASpace), "'Supports' turns down SamplerSpaces.Numbers, ");
    }

    [Fact]
    public void FirstPoints_AreTextThatTellsSamplersApart()
    {
        string first = new Joined(() => new FreshPoints()).First();

        Assert.Equal(20, first.Split('\n').Length);
        Assert.Equal(first, new Joined(() => new FreshPoints()).First());
        Assert.NotEqual(first, new Joined(() => Samplers.Create("random")).First());
    }

    private static Func<ISampler> Changing(Action<double[]> change) => In("numbers", (_, point) => change(point));

    private static Func<ISampler> In(string space, Action<SamplerContext, double[]> change) => () => new FaultySampler((context, good) =>
    {
        if (context.Space.Name == space && !good.IsExhausted)
        {
            change(context, good.Vector);
        }

        return good;
    });

    private static double[] Again(double[] kept, Proposal good)
    {
        // One array for all proposals, of which only what was not written over is filled again.
        for (int i = 0; i < kept.Length; i++)
        {
            kept[i] = i == 0 && double.IsNaN(kept[i]) ? kept[i] : good.Vector[i];
        }

        return kept;
    }

    private static double[] Losses(SamplerContext context) => context.History.Losses.ToArray();

    private static SamplerContext Copy(
        SamplerContext context,
        long? seed = null,
        int? trial = null,
        int? attempt = null,
        FixedValues? given = null,
        IReadOnlyList<Point>? running = null) => new()
        {
            Geometry = context.Geometry,
            History = context.History,
            Running = running ?? context.Running,
            TrialNumber = trial ?? context.TrialNumber,
            PlannedTrials = context.PlannedTrials,
            Seed = seed ?? context.Seed,
            Fixed = given ?? context.Fixed,
            Attempt = attempt ?? context.Attempt,
        };

    private sealed class Joined(Func<ISampler> create) : SamplerConformance
    {
        public string First() => FirstPoints();

        protected override ISampler Create() => create();
    }

    private sealed class Choosy : SamplerConformance
    {
        protected override ISampler Create() => new FreshPoints();

        protected override bool Supports(SearchSpace space) => false;
    }
}
