using System.Globalization;
using System.Reflection;
using Hypermax.Storage.Journal;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing.Tests.Searching;

/// <summary>Searches as tests, run as xunit runs them but for xunit itself.</summary>
public sealed class TuneTests
{
    private readonly Lines _lines = new();

    [Fact]
    public async Task Search_WithoutATarget_PassesAndLeavesItsFiles()
    {
        TestSearchResult result = await RunAsync(nameof(Searches.Plain));

        Assert.Equal(8, result.Trials);
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "hypertune", "Hypermax.Testing.Tests.Searching.Searches.Plain"), result.Folder);
        Assert.Equal(["report.html", "results.csv", "Hypermax.Testing.Tests.Searching.Searches.Plain.hypertune.json"], result.Files.Select(Path.GetFileName));
        Assert.All(result.Files, file => Assert.True(File.Exists(file), file));
        Assert.Contains("Searches.Plain: up to 8 trials by auto, seed 1", _lines.Text, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"  best {result.BestValue:G5} (trial "), _lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ThatEnded_BeginsAfresh()
    {
        Searches searches = new();
        Drop(nameof(Searches.Reached));
        await RunAsync(nameof(Searches.Reached), searches);

        TestSearchResult again = await RunAsync(nameof(Searches.Reached), searches);

        Assert.True(again.BestValue <= 0.2, _lines.Text);
        Assert.Contains("the search that an earlier run ended begins afresh", _lines.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(again.Folder, "*before*"));
    }

    [Fact]
    public async Task Search_ThatHasAllItsTrials_DoesNotSayThatItGoesOn()
    {
        Searches searches = new();
        Drop(nameof(Searches.Plain));
        await RunAsync(nameof(Searches.Plain), searches);

        await RunAsync(nameof(Searches.Plain), searches);

        Assert.Contains("begins afresh", _lines.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("goes on after", _lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ThatWasEndedEarly_GoesOn()
    {
        using CancellationTokenSource stop = new();
        string folder = Drop(nameof(Searches.Endless));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(nameof(Searches.Endless), new Searches { Stop = stop }, stop.Token));
        JournalSnapshot first = JournalSnapshot.Read(folder);
        using CancellationTokenSource later = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(nameof(Searches.Endless), new Searches { Stop = later }, later.Token));

        int before = first.Trials.Count(trial => trial.IsFinished);
        Assert.True(before >= 2, $"{before} trials");
        Assert.True(JournalSnapshot.Read(folder).Trials.Count(trial => trial.IsFinished) > before);
        Assert.Contains("Endless: goes on after ", _lines.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Searches.Missed), "The search of 'Hypermax.Testing.Tests.Searching.Searches.Missed' was to find a loss of at most -1, but its best is ")]
    [InlineData(nameof(Searches.MissedAbove), "The search of 'Hypermax.Testing.Tests.Searching.Searches.MissedAbove' was to find a value of at least 2, "
        + "but its best is -")]
    [InlineData(nameof(Searches.Fails), "None of the 3 trials of 'Hypermax.Testing.Tests.Searching.Searches.Fails' completed; a search needs values to "
        + "compare. Trial 0 failed (Exception): InvalidOperationException: no oven.")]
    [InlineData(nameof(Searches.NoBudget), "The settings of 'Hypermax.Testing.Tests.Searching.Searches.NoBudget' do not hold: 'Trials' of [Tune] must be a "
        + "whole number, 1 or above; it is '0'. It says how many trials, earlier ones included, the finished study has. Write for example Trials = 100.")]
    [InlineData(nameof(Searches.Nothing), "'Searches.Nothing' has [Tune] but returns nothing; a search needs a value to compare. Return double, "
        + "Task<double> or ValueTask<double>.")]
    [InlineData(nameof(Searches.NoSpace), "'Searches.NoSpace' has [Tune] but takes no search space. Give it the record with [SearchSpace] whose values "
        + "are to be tuned.")]
    [InlineData(nameof(Searches.Unmarked), "'Searches.Unmarked' has [Tune] but takes 'text' of type 'String', which is no search space.")]
    [InlineData(nameof(Searches.Two), "'Searches.Two' has [Tune] but takes 'more' besides a search space.")]
    [InlineData(nameof(Searches.First), "Two tests are called 'twins': a method of 'Searches' with (Knobs) and one of 'Searches' with (Knobs);")]
    [InlineData(nameof(Searches.NeedsAProcess), "'TrialMemoryMegabytes' of 'Hypermax.Testing.Tests.Searching.Searches.NeedsAProcess' needs a process for "
        + "the trials, but the instance of a test lives in the process of the tests.")]
    [InlineData(nameof(Searches.Hangs), "None of the 2 trials of 'Hypermax.Testing.Tests.Searching.Searches.Hangs' completed; a search needs values to "
        + "compare. Trial 0 failed (WallTime):")]
    public async Task Search_ThatCannotPass_SaysWhyAndWhatToDo(string method, string message)
    {
        HypermaxAssertException error = await Assert.ThrowsAsync<HypermaxAssertException>(() => RunAsync(method));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_OfAnObjectiveWithLimits_RunsInAProcess()
    {
        Environment.SetEnvironmentVariable("HYPERMAX_TESTS_PROCESS", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

        TestSearchResult result = await RunAsync(nameof(Searches.InAProcess));

        Assert.Equal(2, result.Trials);
        Assert.DoesNotContain(",1,", File.ReadAllText(result.Files[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_ThatIsSearched_IsSaid()
    {
        string folder = Drop(nameof(Searches.Plain) + "Locked");
        using Study owner = Study.Create<Knobs>(new StudyOptions { Folder = folder });
        owner.Ask();

        HypermaxAssertException error = await Assert.ThrowsAsync<HypermaxAssertException>(() => HypermaxAssert.FindsBelowAsync(
            1, (Knobs knobs, TrialContext _) => Task.FromResult(knobs.Loss), new TestSearchOptions { Name = Path.GetFileName(folder) }));

        Assert.StartsWith($"The study in '{folder}' is being searched by ", error.Message, StringComparison.Ordinal);
        Assert.Contains("HYPERTUNE_TEST_OUTPUT", error.Message, StringComparison.Ordinal);
    }

    private static string Drop(string method)
    {
        string folder = TestFolders.Of("Hypermax.Testing.Tests.Searching.Searches." + method);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return folder;
    }

    private Task<TestSearchResult> RunAsync(string method, Searches? searches = null, CancellationToken stop = default) =>
        TuneTest.RunAsync(
            typeof(Searches).GetMethod(method, BindingFlags.Instance | BindingFlags.Public)!, searches ?? new Searches(), _lines.TestOf(method), stop);
}
