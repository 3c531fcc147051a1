using System.Text.Json;
using Hypermax.Storage.Journal;

namespace Hypermax.Hosting.Tests.Sample;

public sealed class SampleTests
{
    [Fact]
    public async Task Sample_UntilItsSearchHasEnded_ExportsItsSpansAndMetrics()
    {
        using SampleProcess sample = new(("Hypermax__Searches__batching__Trials", "8"), ("Hypermax__Searches__batching__StopHost", "true"));

        Assert.Equal(0, await sample.EndsAsync());

        Assert.Equal((1, 8, 8), (Spans("hypermax.search"), Spans("hypermax.trial"), Spans("hypermax.run")));
        int metric = sample.Lines.ToList().FindLastIndex(line => line.StartsWith("Metric Name: hypermax.trials,", StringComparison.Ordinal));
        Assert.Contains("Value: 8", sample.Lines.Skip(metric).Take(6));
        Assert.Contains(sample.Lines, line => line.Contains("Search 'batching' has ended (Trials) after 8 trials", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(sample.Folder, "searches", "batching", "journal.jsonl")));

        int Spans(string name) => sample.Lines.Count(line => line == $"Activity.DisplayName:        {name}");
    }

    [Fact]
    public async Task Sample_WhileItSearches_AnswersAndStopsOnCtrlC()
    {
        using SampleProcess sample = new(("Hypermax__Searches__batching__Trials", "1000000"), ("Batching__Writers", "4"));
        string listening = await sample.ShowsAsync("Now listening on: ");
        using HttpClient client = new() { BaseAddress = new Uri(listening[listening.IndexOf("http", StringComparison.Ordinal)..].Trim()) };
        await sample.ShowsAsync("Search 'batching': best");

        using JsonDocument parameters = JsonDocument.Parse(await client.GetStringAsync(new Uri("/parameters", UriKind.Relative)));
        using JsonDocument search = JsonDocument.Parse(await client.GetStringAsync(new Uri("/search", UriKind.Relative)));
        string health = await client.GetStringAsync(new Uri("/health", UriKind.Relative));
        string pages = await client.GetStringAsync(new Uri("/hypermax/", UriKind.Relative));
        sample.Interrupt();

        Assert.Equal((100, 4), (parameters.RootElement.GetProperty("size").GetInt32(), parameters.RootElement.GetProperty("writers").GetInt32()));
        Assert.Contains("<html", pages, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("Running", "Healthy"), (search.RootElement.GetProperty("state").GetString(), health));
        Assert.Equal(0, await sample.EndsAsync());
        Assert.Contains(sample.Lines, line => line.Contains("Search 'batching' stops with its host after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sample_KilledWhileItSearches_GoesOnAtTheNextStart()
    {
        using SampleProcess killed = new(("Hypermax__Searches__batching__Trials", "1000000"));
        await killed.ShowsAsync("Search 'batching': best");
        killed.Kill();
        int begun = Read(killed).Count;

        using SampleProcess again = new(
            killed,
            ("Hypermax__Searches__batching__Trials", begun.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Hypermax__Searches__batching__StopHost", "true"));

        Assert.Equal(0, await again.EndsAsync());
        IReadOnlyList<TrialRecord> trials = Read(again);
        Assert.Equal(Enumerable.Range(0, trials.Count), trials.Select(trial => trial.Number));
        Assert.All(trials, trial => Assert.True(trial.IsComplete));
        Assert.DoesNotContain(again.Lines, line => line.Contains("of which 0 are finished", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sample_ParameterOutOfRange_RefusesToStartAndSaysWhy()
    {
        using SampleProcess sample = new(("Batching__Size", "5000"));

        Assert.NotEqual(0, await sample.EndsAsync());

        string message = "'Batching:Size' is '5000'; it must lie between 1 and 500 and be whole. The nearest value allowed is 500.";
        Assert.Contains(sample.Lines, line => line.Contains(message, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(sample.Folder, "searches")));
    }

    private static IReadOnlyList<TrialRecord> Read(SampleProcess sample) =>
        JournalSnapshot.Read(Path.Combine(sample.Folder, "searches", "batching")).Trials;
}
