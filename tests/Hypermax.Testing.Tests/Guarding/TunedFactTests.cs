using System.Globalization;
using System.Reflection;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;

namespace Hypermax.Testing.Tests.Guarding;

/// <summary>Tuned values are evaluated again, by objectives and files as users have them.</summary>
public sealed class TunedFactTests
{
    private static readonly Assembly Tests = typeof(TunedFactTests).Assembly;
    private readonly Lines _lines = new();

    [Fact]
    public async Task Quiet_AsRecorded_OneEvaluationIsEnough()
    {
        TunedVerdict verdict = await CheckAsync(nameof(Kitchen.Quiet));

        Assert.Equal([0.0], verdict.Values);
        Assert.False(verdict.IsWorse);
        Assert.Contains("Quiet: recorded 0, now 0 in 1 of 1, compared exactly", _lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_Worse_FailsWithFiguresAndCommand()
    {
        HypermaxAssertException error = await FailAsync(nameof(Kitchen.QuietWorse));

        Assert.Equal(
            "The tuned values of 'QuietWorse' have got worse: recorded 0, now 0.5 in 2 of 2, compared exactly, where no noise explains it. The "
            + "values were recorded on Hypermax 0.1.0. Find out what changed, or tune again: dotnet build -t:Hypertune -p:HypertuneStudy=QuietWorse "
            + "-p:HypertuneForce=true.", error.Message);
    }

    [Theory]
    [InlineData(0.49, true)]
    [InlineData(0.51, false)]
    public async Task Quiet_WithinTheIncreaseAllowed_Passes(double allowed, bool isFailure)
    {
        TunedCheck check = new() { MaxLossIncrease = allowed };

        HypermaxAssertException? error = await Record.ExceptionAsync(() => CheckAsync(nameof(Kitchen.QuietWorse), check)) as HypermaxAssertException;

        Assert.Equal(isFailure, error is not null);
    }

    [Fact]
    public async Task Gain_Maximised_LessIsWorse()
    {
        HypermaxAssertException error = await FailAsync(nameof(Kitchen.Gain));

        Assert.Contains("recorded 1, now 0.5 in 2 of 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Noisy_AsRecorded_EndsEarly()
    {
        TunedVerdict verdict = await CheckAsync(nameof(Kitchen.Noisy));

        Assert.Equal(5, verdict.Values.Count);
        Assert.InRange(verdict.PValue, 0.2, 1);
    }

    // Seeds are those of the file, so that nothing moves until somebody changes the code.
    [Fact]
    public async Task Noisy_Twice_HasTheSameValues() =>
        Assert.Equal((await CheckAsync(nameof(Kitchen.Noisy))).Values, (await CheckAsync(nameof(Kitchen.Noisy))).Values);

    [Fact]
    public async Task Noisy_Worse_FourTimesAsManyDecide()
    {
        HypermaxAssertException error = await FailAsync(nameof(Kitchen.NoisyWorse));

        Assert.StartsWith(
            "The tuned values of 'NoisyWorse' have got worse: recorded 1 ± 0.1 (10 evaluations), now 1.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Matches("""\(95 % interval 1\.\d+ to 1\.\d+, 20 evaluations\), p = \S+, which happens by chance less than 1 % of the time\.""", error.Message);
        Assert.Contains("The values were recorded on net10.0, linux x64, 2 processors, Hypermax 0.1.0. Find out", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoFile_FailsWithTheCommand()
    {
        HypermaxAssertException error = await FailAsync(nameof(Kitchen.Untuned));

        Assert.Equal(
            "Study 'Untuned' has no tuned file that can be read: 'Untuned.hypertune.json' was not beside the project of 'Hypermax.Testing.Tests' "
            + "when it was built. Tune it with 'dotnet build -t:Hypertune -p:HypertuneStudy=Untuned', and commit the file.",
            error.Message);
    }

    [Fact]
    public async Task NoSpread_FailsWithTheCommand()
    {
        HypermaxAssertException error = await FailAsync(nameof(Kitchen.Old));

        Assert.Equal(
            "'Old.hypertune.json' does not say how its value spreads ('mean' is missing), so that worse cannot be told from noise. A search that "
            + "comes to its end with TunedRepeats above 0 writes it: run 'dotnet build -t:Hypertune -p:HypertuneStudy=Old', and commit the file.",
            error.Message);
    }

    // No permutation of 9,999 is as bad: that is all a permutation test can say, where Welch's says much more.
    [Fact]
    public async Task Listed_Worse_TheLargerOfBothPValuesCounts()
    {
        HypermaxAssertException listed = await FailAsync(nameof(Kitchen.Listed));
        HypermaxAssertException other = await FailAsync(nameof(Kitchen.NoisyWorse));

        Assert.Contains("p = 0.0001, which happens", listed.Message, StringComparison.Ordinal);
        Assert.Matches(@"p = \S+E-\d\d, which happens", other.Message);
    }

    [Fact]
    public async Task Values_ThatTheFileMiscounts_AreSaid()
    {
        HypermaxAssertException error = await FailAsync(nameof(Kitchen.Miscounted));

        Assert.Equal(
            "'values' of 'Miscounted.hypertune.json' must be the 10 numbers that 'repeats' counts, with blanks between them, but it is '0.9 1 x'. Bring the "
            + "file back as it was committed, or tune again: dotnet build -t:Hypertune -p:HypertuneStudy=Miscounted -p:HypertuneForce=true.",
            error.Message);
    }

    [Fact]
    public async Task Stale_FailsInTheWordsOfTheRule()
    {
        HypermaxAssertException error = await FailAsync(nameof(Kitchen.Stale));

        Assert.Equal(
            "'Stale.hypertune.json' no longer fits 'Knobs': 'N' is missing; 'Depth' is no parameter of the type any more. Run 'dotnet build "
            + "-t:Hypertune' to tune again; until then 'Tuned.Stale' holds the declared defaults.", error.Message);
    }

    [Fact]
    public async Task Throws_FailsWithWhatItThrew()
    {
        HypermaxAssertException error = await FailAsync("Broken");

        Assert.Equal(
            "The tuned values of 'Broken' cannot be evaluated any more: the objective failed (Exception): InvalidOperationException: no oven for "
            + "3 cakes. They are X=0.25 N=3. Correct 'Hypermax.Testing.Tests.Kitchen.Throws', or tune again: dotnet build -t:Hypertune "
            + "-p:HypertuneStudy=Broken -p:HypertuneForce=true.", error.Message);
    }

    [Fact]
    public void Find_NameOfTheMethod_IsEnough() => Assert.Equal("Broken", DeclaredObjectives.Find(nameof(Kitchen.Throws), Tests, typeof(Kitchen)).Study);

    [Fact]
    public void Find_Unknown_NamesTheNearest()
    {
        HypermaxAssertException error = Assert.Throws<HypermaxAssertException>(() => DeclaredObjectives.Find("Quite", Tests));

        Assert.Equal(
            "'Quite' must name a method with [Objective], but there is none of that name in the projects of these tests. Did you mean 'Quiet'?", error.Message);
    }

    // Compilers let null! pass, and the name of an attribute may come from anywhere.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void NoName_IsToldWhichThereAre(string? name)
    {
        HypermaxAssertException error = Assert.Throws<HypermaxAssertException>(() => DeclaredObjectives.Find(name, Tests));

        Assert.StartsWith("'' must name a method with [Objective], but there is none of that name", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Quiet'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_OfTheObjective_RunItInAProcessOfItsOwn()
    {
        // Said to the worker by the environment, for it is another process.
        Environment.SetEnvironmentVariable("HYPERMAX_TESTS_PROCESS", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

        TunedVerdict verdict = await CheckAsync(nameof(Kitchen.Apart));

        Assert.Equal(0, verdict.Mean);
    }

    [Theory]
    [InlineData(-1.0, 5, 0.01, "'MaxLossIncrease' says how much worse the mean may be and must be 0 or above; it is '-1'.")]
    [InlineData(0.0, 1, 0.01, "'Repeats' says how often the tuned values are evaluated and must be 2 or above; it is '1'.")]
    [InlineData(0.0, 5, 0.0, "'ErrorRate' says how often the check may fail for nothing and must be above 0 and at most 0.2; it is '0'.")]
    public async Task Numbers_ThatBreakRules_AreSaid(double increase, int repeats, double rate, string sentence)
    {
        TunedCheck check = new() { MaxLossIncrease = increase, Repeats = repeats, ErrorRate = rate };

        HypermaxAssertException error = await FailAsync(nameof(Kitchen.Quiet), check);

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    private Task<HypermaxAssertException> FailAsync(string study, TunedCheck? check = null) =>
        Assert.ThrowsAsync<HypermaxAssertException>(() => CheckAsync(study, check));

    private Task<TunedVerdict> CheckAsync(string study, TunedCheck? check = null) =>
        TunedTest.RunAsync(DeclaredObjectives.Find(study, Tests), check ?? new TunedCheck(), _lines.TestOf(study), CancellationToken.None);
}
