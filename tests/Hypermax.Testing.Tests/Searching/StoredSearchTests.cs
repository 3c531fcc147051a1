using Hypermax.Execution;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Spaces;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing.Tests.Searching;

/// <summary>Tests whose searches are kept in a store, where others may use them: nothing is begun afresh there.</summary>
public sealed class StoredSearchTests : IDisposable
{
    private static readonly SearchSpace Space = new("Line", [new NumericParameter("x", Law.Uniform, 0, 10)]);

    private readonly string _store = Directory.CreateTempSubdirectory("hypermax-test-store-").FullName;
    private readonly Lines _lines = new();

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task Search_InAStore_GoesOnAndEndsWithAllItsTrials()
    {
        Assert.Equal(4, (await RunAsync("HypertuneTrials=4")).Trials);
        Assert.Equal(6, (await RunAsync("HypertuneTrials=6")).Trials);
        Assert.Equal(6, (await RunAsync("HypertuneTrials=6")).Trials);

        Assert.True(File.Exists(Path.Combine(_store, "Hypermax.Testing.Tests", "Kept", "journal.jsonl")), _lines.Text);
        Assert.DoesNotContain("begins afresh", _lines.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_AnotherOneUnderTheName_IsRefusedAndNothingIsSetAside()
    {
        await RunAsync("HypertuneTrials=4");

        HypermaxAssertException error = await Assert.ThrowsAsync<HypermaxAssertException>(() => RunAsync("HypertuneTrials=4", "HypertuneSeed=5"));

        Assert.Contains("of the store is another one: seed", error.Message, StringComparison.Ordinal);
        Assert.Contains("HYPERTUNE_STORE_STUDY=NAME", error.Message, StringComparison.Ordinal);
        Assert.Equal(4, (await RunAsync("HypertuneTrials=4")).Trials);
    }

    [Fact]
    public void Read_DatabaseWithoutItsPackage_NamesThePackage() => Assert.Contains(
        "dotnet add package Hypermax.PostgreSql",
        Assert.Throws<HypermaxAssertException>(() => Plan("HypertuneStore=postgres://ann@127.0.0.1:1/x")).Message,
        StringComparison.Ordinal);

    private Task<TestSearchResult> RunAsync(params string[] settings) => new TestSearch(
        Plan([$"HypertuneStore={_store}", "HypertuneMethod=random", .. settings]),
        Space,
        new Doubling(),
        _lines.TestOf("Kept")).RunAsync(CancellationToken.None);

    private static SearchPlan Plan(params string[] settings) => TestPlan.Read(
        "Kept",
        Space,
        typeof(Lines).Assembly,
        violations => SettingReader.Read(
            SettingSource.Property, settings.Select(setting => KeyValuePair.Create(setting.Split('=', 2)[0], setting.Split('=', 2)[1])), violations));

    private sealed class Doubling : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => Task.FromResult(TrialOutcome.Of(2 * job.Point[0]));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
