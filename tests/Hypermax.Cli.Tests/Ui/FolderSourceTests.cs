using Hypermax.Execution.InProcess;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;
using Hypermax.Ui.Views;

namespace Hypermax.Tests.Ui;

/// <summary>The console over a folder whose search it does not run itself.</summary>
public sealed class FolderSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-console-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Running_OfASearchElsewhere_HasItsMemory()
    {
        SearchSpace space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        using Study study = Study.Create(space, new StudyOptions { Folder = _folder, Trials = 1, Method = "random" });
        using CancellationTokenSource stop = new();
        Task<StudyResult> search = study.RunAsync(
            new InProcessExecutor(async (_, trial) =>
            {
                await Task.Delay(Timeout.Infinite, trial.Cancellation);
                return 0;
            }),
            cancellation: stop.Token);
        FolderSource source = new(_folder);
        UiModel model = source.Read();
        for (int look = 0; model.Running is not [{ Usage: not null }]; look++)
        {
            Assert.InRange(look, 0, 600);
            await Task.Delay(100);
            model = source.Read();
        }

        await stop.CancelAsync();
        await search;

        Assert.True(model.Running[0].Usage is { IsShared: true, Bytes: > 0 });
        Assert.Contains("in a process of ", RunningView.Lines(model, new Area(120, 30))[0].Plain, StringComparison.Ordinal);
    }
}
