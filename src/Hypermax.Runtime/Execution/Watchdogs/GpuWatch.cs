using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Watchdogs;

/// <summary>Watches the GPU memory of one trial; asking the vendor's tool takes tens of milliseconds, so it has its own slow rhythm.</summary>
internal sealed class GpuWatch : IDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();

    public GpuWatch(IGpuProbe probe, long limit, Func<IReadOnlyList<int>> members, Action<LimitBreach> breach) =>
        _ = RunAsync(probe, limit, members, breach, _stop.Token);

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static async Task RunAsync(IGpuProbe probe, long limit, Func<IReadOnlyList<int>> members, Action<LimitBreach> breach, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                IReadOnlyDictionary<int, long> all = await AskAsync(probe, stop).ConfigureAwait(false);
                long used = all.Count == 0 ? 0 : members().Sum(process => all.GetValueOrDefault(process));
                if (used > limit)
                {
                    breach(LimitBreach.GpuMemory(limit, used));
                    return;
                }

                await Task.Delay(Rhythm, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The trial is over.
        }
    }

    // A tool that fails once, as when a driver is busy, must not end the watch in silence.
    private static async Task<IReadOnlyDictionary<int, long>> AskAsync(IGpuProbe probe, CancellationToken stop)
    {
        try
        {
            return await probe.ReadAsync(stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new Dictionary<int, long>();
        }
    }
}
