using Hypermax.Errors;

namespace Hypermax.Execution.Slurm;

/// <summary>Submits jobs; where the cluster takes no more, the rest waits until some have ended.</summary>
/// <param name="slurm">Slurm.</param>
/// <param name="queue">The jobs that there are.</param>
/// <param name="poll">How soon it is tried again, at first.</param>
/// <param name="say">Takes what people should know.</param>
internal sealed class SubmitGate(SlurmClient slurm, JobQueue queue, TimeSpan poll, Action<string> say) : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // One at a time, or many would knock at a door that is shut.
    private readonly SemaphoreSlim _one = new(1);
    private bool _isTold;

    /// <summary>Submits a script, at most once whatever happens on the way.</summary>
    /// <exception cref="SlurmException">Slurm refuses it for good.</exception>
    public async Task SubmitAsync(string script, string name, CancellationToken stop)
    {
        await _one.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            for (TimeSpan pause = poll; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
            {
                try
                {
                    await slurm.SubmitAsync(script, name, stop).ConfigureAwait(false);
                    return;
                }
                catch (SlurmException error) when (SlurmTrouble.IsLimit(error.Message))
                {
                    Tell(error.Message);
                }

                await Task.Delay(pause, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            Open();
        }
    }

    public void Dispose() => _one.Dispose();

    private void Open()
    {
        try
        {
            _one.Release();
        }
        catch (ObjectDisposedException)
        {
            // The search was given up while the job went out.
        }
    }

    private void Tell(string why)
    {
        if (!_isTold)
        {
            _isTold = true;
            say($"Slurm takes no more than {Counted.Of(queue.Count, "job")} of this search at once; further trials wait until some have ended. {why}");
        }
    }
}
