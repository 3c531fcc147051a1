using System.Reflection;
using System.Text.Json;
using Hypermax.Testing.Challenging;
using Hypermax.Testing.Objectives;

namespace Hypermax.Testing.Tests.Challenging;

/// <summary>Tuned values are challenged, by objectives and files as users have them; draws follow seeds, so that every run is the same.</summary>
public sealed class ChallengeTests
{
    private static readonly Assembly Tests = typeof(ChallengeTests).Assembly;
    private readonly Lines _lines = new();

    [Fact]
    public async Task Quiet_AtItsBest_NothingIsBetter()
    {
        ChallengeVerdict verdict = await ChallengeAsync(nameof(Kitchen.Quiet));

        Assert.Equal(new ChallengeVerdict("Quiet", 30, 0, null), verdict);
        Assert.EndsWith("Quiet: nothing is better in 30 trials, of which 0 candidates had repeats", _lines.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Kitchen.Beaten), 1)]
    [InlineData(nameof(Kitchen.GainBeaten), 0)]
    public async Task Quiet_BetterExists_IsFoundExactly(string study, double tuned)
    {
        ChallengeVerdict verdict = await ChallengeAsync(study, new TunedChallenge { Fails = false });

        BetterValues better = Assert.IsType<BetterValues>(verdict.Better);
        Assert.Equal(30, verdict.Trials);
        Assert.Equal(tuned, better.Tuned);
        Assert.Equal(better.Gain, Math.Abs(better.Found - better.Tuned), 1e-9);
        Assert.InRange(better.Gain, 0.8, 1);
        Assert.Equal((0, 1), (better.PValue, better.Pairs));
    }

    [Fact]
    public async Task Noisy_AtItsBest_NoAlarmOverManySeeds()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            ChallengeVerdict verdict = await ChallengeAsync(nameof(Kitchen.Noisy), new TunedChallenge { Seed = seed });

            Assert.Equal(3, verdict.Candidates);
            Assert.Null(verdict.Better);
        }
    }

    // At the largest rate that may be stated, so that few challenges tell: 12 alarms are what it allows on average.
    [Fact]
    public async Task Flat_ErrsNoMoreOftenThanStated()
    {
        int alarms = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            alarms += (await ChallengeAsync(nameof(Kitchen.Flat), new TunedChallenge { Seed = seed, ErrorRate = 0.2, Fails = false })).Better is null ? 0 : 1;
        }

        Assert.InRange(alarms, 1, 18);
    }

    [Fact]
    public async Task Noisy_BetterExists_IsFoundWithEverySeed()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            ChallengeVerdict verdict = await ChallengeAsync(nameof(Kitchen.NoisyBeaten), new TunedChallenge { Seed = seed, Fails = false });

            BetterValues better = Assert.IsType<BetterValues>(verdict.Better);
            Assert.Equal(20, better.Pairs);
            Assert.InRange(better.PValue, double.Epsilon, 0.01);
            Assert.InRange(better.Gain, 0.2, 1.2);
        }
    }

    [Fact]
    public async Task Fails_MessageHasFiguresDifferencesFileAndCommand()
    {
        HypermaxAssertException error = await FailAsync(nameof(Kitchen.NoisyBeaten));

        string message = error.Message;
        Assert.StartsWith("There are better values than the tuned ones of 'NoisyBeaten': X -0.75 → ", message, StringComparison.Ordinal);
        Assert.Matches("""gives \S+ instead of \S+ \(better by \S+, 95 % interval \S+ to \S+, 20 pairs of evaluations\), p = \S+, corrected""", message);
        Assert.Matches("""corrected for 3 candidates of 30 trials\. They are in '.*challenge.NoisyBeaten\.hypertune\.json', the differences""", message);
        Assert.EndsWith("dotnet build -t:Hypertune -p:HypertuneStudy=NoisyBeaten -p:HypertuneForce=true.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_SaysTheSameAndPasses()
    {
        ChallengeVerdict verdict = await ChallengeAsync(nameof(Kitchen.Beaten), new TunedChallenge { Fails = false });

        Assert.NotNull(verdict.Better);
        Assert.Contains("\nwarning: There are better values than the tuned ones of 'Beaten': X -0.75 → ", _lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_AreATunedFileOfTheStudyAndTheDifferences()
    {
        ChallengeVerdict verdict = await ChallengeAsync(nameof(Kitchen.GainBeaten), new TunedChallenge { Fails = false, Seed = 5 });

        BetterValues better = verdict.Better!;
        using JsonDocument file = JsonDocument.Parse(await File.ReadAllTextAsync(better.Files[0]));
        JsonElement root = file.RootElement;
        Assert.Equal("GainBeaten", root.GetProperty("study").GetString());
        Assert.Equal("maximize", root.GetProperty("direction").GetString());
        Assert.Equal(better.Found, root.GetProperty("mean").GetDouble());
        Assert.Equal((0, 1), (root.GetProperty("spread").GetDouble(), root.GetProperty("repeats").GetInt32()));
        Knobs knobs = new(root.GetProperty("parameters").GetProperty("X").GetDouble(), root.GetProperty("parameters").GetProperty("N").GetInt32());
        Assert.Equal(better.Found, Kitchen.GainBeaten(knobs));
        string[] diff = await File.ReadAllLinesAsync(better.Files[1]);
        Assert.Equal(["--- GainBeaten.hypertune.json", "+++ better", "-X = -0.75", FormattableString.Invariant($"+X = {knobs.X:R}")], diff.Take(4));
    }

    [Fact]
    public async Task Files_OfAnEarlierChallenge_DoNotStay()
    {
        ChallengeVerdict first = await ChallengeAsync(nameof(Kitchen.NoisyBeaten), new TunedChallenge { Fails = false, Trials = 10 });
        Assert.All(first.Better!.Files, file => Assert.True(File.Exists(file)));

        ChallengeVerdict second = await ChallengeAsync(nameof(Kitchen.NoisyBeaten), new TunedChallenge { MinGain = 5 });

        Assert.Null(second.Better);
        Assert.All(first.Better!.Files, file => Assert.False(File.Exists(file)));
    }

    [Fact]
    public async Task Twice_SameVerdict()
    {
        TunedChallenge challenge = new() { Fails = false, Seed = 3 };

        ChallengeVerdict first = await ChallengeAsync(nameof(Kitchen.GainBeaten), challenge);
        ChallengeVerdict second = await ChallengeAsync(nameof(Kitchen.GainBeaten), challenge);

        Assert.Equal(first.ToString(), second.ToString());
    }

    [Theory]
    [InlineData(nameof(Kitchen.Untuned), "Study 'Untuned' has no tuned file that can be read")]
    [InlineData(nameof(Kitchen.Old), "'Old.hypertune.json' does not say how its value spreads")]
    [InlineData(nameof(Kitchen.Stale), "'Stale.hypertune.json' no longer fits 'Knobs'")]
    [InlineData("Broken", "The tuned values of 'Broken' cannot be evaluated any more: the objective failed (Exception): InvalidOperationException: no oven")]
    public async Task TunedFiles_ThatCannotBeChallenged_FailInTheWordsOfTheGuard(string study, string start)
    {
        HypermaxAssertException error = await FailAsync(study);

        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0.01, 0.0, "'Trials' says how many trials the challenge has, that of the tuned values among them, and must be 3 or above; it is '2'.")]
    [InlineData(30, 0.5, 0.0, "'ErrorRate' says how often something may be called better though nothing is and must be above 0 and at most 0.2; it is '0.5'.")]
    [InlineData(30, 0.01, -1.0, "'MinGain' says how much better values must be to count and must be 0 or above; it is '-1'.")]
    public async Task Numbers_ThatBreakRules_AreSaid(int trials, double rate, double gain, string sentence)
    {
        HypermaxAssertException error = await FailAsync(
            nameof(Kitchen.Quiet), new TunedChallenge { Trials = trials, ErrorRate = rate, MinGain = gain });

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assertion_ByCall_FindsTheObjectiveOfTheCaller()
    {
        Assert.Null(HypermaxAssert.FindsNothingBetter(nameof(Kitchen.Quiet), new TunedChallenge { Trials = 6 }).Better);
        Assert.Throws<HypermaxAssertException>(() => HypermaxAssert.FindsNothingBetter(nameof(Kitchen.Beaten)));
    }

    [Fact]
    public void NearPoints_AreNearDistinctAndOfTheSpace()
    {
        Point middle = new([0.25, 3]);
        SearchSpace space = DeclaredObjectives.Find(nameof(Kitchen.Quiet), Tests).Descriptor.Space;

        IReadOnlyList<Point> points = NearPoints.Of(space, middle, 40, seed: 7);

        Assert.Equal(40, points.Distinct().Count());
        Assert.DoesNotContain(middle, points);
        Assert.All(points, point => Assert.True(space.Parameters[0].Contains(point[0]) && space.Parameters[1].Contains(point[1])));
        Assert.InRange(points.Average(point => Math.Abs(point[0] - 0.25)), 0.01, 0.3);
        Assert.Contains(points, point => point[1] == 3);
        Assert.Contains(points, point => point[1] != 3);
    }

    private Task<HypermaxAssertException> FailAsync(string study, TunedChallenge? challenge = null) =>
        Assert.ThrowsAsync<HypermaxAssertException>(() => ChallengeAsync(study, challenge));

    private Task<ChallengeVerdict> ChallengeAsync(string study, TunedChallenge? challenge = null) =>
        ChallengeTest.RunAsync(DeclaredObjectives.Find(study, Tests), challenge ?? new TunedChallenge(), _lines.TestOf(study), CancellationToken.None);
}
