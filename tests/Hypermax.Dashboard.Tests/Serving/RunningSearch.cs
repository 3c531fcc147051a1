namespace Hypermax.Dashboard.Tests.Serving;

/// <summary>A search that runs in this process; ends when it is disposed.</summary>
internal sealed record RunningSearch(Study Study, Task<StudyResult> Search, CancellationTokenSource Stop) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Stop.CancelAsync();
        await Search;
        Study.Dispose();
        Stop.Dispose();
    }
}
