using Hypermax.Execution.InProcess;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Storage.Journal;
using Hypermax.Stores;
using Hypermax.Studies;
using Hypermax.TestSupport;
using Hypermax.Ui.Live;

namespace Hypermax.Tests.Stores;

/// <summary>The verb <c>guide</c>, and what else asks searches, against studies that a database keeps.</summary>
public sealed class StoreGuideTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string Said => $"{_output}{_errors}";

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [PostgresFact]
    public async Task Guide_FolderOfASearchInADatabase_ReachesTheStudyThere()
    {
        using StoreBench bench = new();
        Assert.True(await bench.RunAsync("study", ("--store", StoreBench.Server.Address), ("--study", bench.Study)) == ExitCodes.Done, bench.Said);
        string folder = bench.PathOf("study");

        Assert.True(Guide(folder, "range", "x", "0.25", "0.5") == ExitCodes.Done, Said);
        Assert.True(Guide(folder, "scramble", "x") == ExitCodes.Done, Said);
        Assert.True(Guide(folder, "relearn", "x") == ExitCodes.Done, Said);
        Assert.True(Guide(folder, "free", "x") == ExitCodes.Done, Said);
        Assert.True(Guide(folder, "enqueue", "x=0.125") == ExitCodes.Done, Said);
        Assert.True(Guide(folder, "lock", "x", "0.75") == ExitCodes.Done, Said);
        Assert.Equal(ExitCodes.Usage, Guide(folder, "lock", "y"));
        Assert.Equal(ExitCodes.Conflict, Guide(folder, "pause"));
        Assert.Equal(ExitCodes.Conflict, Guide(folder, "end", "3"));

        JournalSnapshot study = Folders.Read(folder);
        Assert.Equal(
            ["Narrow", "Scramble", "Relearn", "Free", "Enqueue", "Fix"], study.Steering.Select(wish => wish.GetType().Name));
        Assert.Contains("From the next search on 'x' is 0.75 in every new trial.", Said, StringComparison.Ordinal);
        Assert.Contains("has no parameter 'y'", Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "guide")));
    }

    [PostgresFact]
    public async Task Guide_NameOfAStudyInAStore_IsEnough()
    {
        using StoreBench bench = new();
        Assert.True(await bench.SearchAsync() == ExitCodes.Done, bench.Said);
        string shared = bench.PathOf("shared");
        Study.Create(
            new SearchSpace("s", [new NumericParameter("x", Law.Uniform, 0, 1)]), new StudyOptions { Folder = Path.Combine(shared, "a", "b") }).Dispose();

        Assert.Equal(ExitCodes.Done, Invoke("--store", StoreBench.Server.Address, "--study", bench.Study, "lock", "x", "0.5"));
        Assert.Equal(ExitCodes.Done, Invoke("lock", "x", "0.25", "--store", shared, "--study", "a/b"));
        Assert.Equal(ExitCodes.Usage, Invoke("--store", StoreBench.Server.Address, "--study", bench.Study, "lock", "y", "0.5"));
        Assert.Equal(ExitCodes.Environment, Invoke("--store", StoreBench.Server.Address, "--study", "nobody/has", "lock", "x", "0.5"));
        Assert.NotEmpty(Problems("--store", StoreBench.Server.Address, "lock", "x"));
        Assert.NotEmpty(Problems("--study", "a", "lock", "x"));
        Assert.NotEmpty(Problems("folder"));

        Assert.Equal("1", StoreBench.Server.Sql(
            $"select count(*) from hypermax.record r join hypermax.study s on s.id = r.study where s.name = '{bench.Study}' and r.kind = 'steer'"));
        Assert.Single(JournalSnapshot.Read(Path.Combine(shared, "a", "b")).Steering);
    }

    [PostgresFact]
    public async Task Folder_OfASearchInADatabaseThatRuns_SeesItAndReachesIt()
    {
        using StoreBench bench = new();
        string folder = Directory.CreateDirectory(bench.PathOf("study")).FullName;
        StudyOptions options = new() { StoreAddress = StoreBench.Server.Address, Name = bench.Study, Trials = 10 };
        StoreMark.Leave(folder, options);
        using Study study = Study.Create(new SearchSpace("s", [new NumericParameter("x", Law.Uniform, 0, 1)]), options);
        using CancellationTokenSource stop = new();
        Task<StudyResult> search = study.RunAsync(
            new InProcessExecutor(async (_, trial) =>
            {
                await Task.Delay(Timeout.Infinite, trial.Cancellation);
                return 0;
            }),
            cancellation: stop.Token);
        await UntilAsync(() => study.Trials.Count == 1);
        FolderSource source = new(folder);

        Assert.Contains("1 worker on ", Assert.Single(source.Read().Messages), StringComparison.Ordinal);
        await UntilAsync(() => source.Read().Running is [{ Usage.Bytes: > 0 }]);
        Assert.True(source.Guide(GuideCommand.RequestOf(["lock", "x", "0.5"])).IsDone);
        Assert.Equal(ExitCodes.Usage, Guide(folder, "end", "7"));
        Assert.True(Guide(folder, "trials", "12") == ExitCodes.Done, Said);
        Assert.True(Guide(folder, "pause") == ExitCodes.Done, Said);
        Assert.True(Guide(folder, "end", "0") == ExitCodes.Done, Said);
        await UntilAsync(() => study.Trials[0].IsFinished);
        await UntilAsync(() => FolderStatus.Read(folder, TimeSpan.FromSeconds(30)).Search is { Planned: 12, IsPaused: true });
        await stop.CancelAsync();
        await search;

        Assert.Equal(FailureKind.Ended, study.Trials[0].Outcome!.Failure);
        Assert.Single(study.Trials);
        Assert.Single(Folders.Read(folder).Steering);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (int look = 0; !isSo(); look++)
        {
            Assert.InRange(look, 0, 1200);
            await Task.Delay(100);
        }
    }

    private int Guide(string folder, params string[] words) =>
        GuideCommand.Run(folder, words, from: null, TimeSpan.FromSeconds(30), isJson: false, _output, _errors);

    private static int Invoke(params string[] words) => GuideCommand.Create().Parse(words).Invoke();

    private static IEnumerable<string> Problems(params string[] words) => GuideCommand.Create().Parse(words).Errors.Select(error => error.Message);
}
