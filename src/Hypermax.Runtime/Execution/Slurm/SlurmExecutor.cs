using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Slurm;

/// <summary>Runs every trial as a job of a Slurm cluster; as many are in the queue at once as the study has workers.</summary>
/// <remarks>
/// <para>On its node a job starts a program that runs the trial by an executor of its own (<see cref="SlurmTrial"/>); both sides exchange whole files through
/// a folder that all nodes see. Jobs are known by names that no other job has. One look at the queue serves all of them.</para>
/// <para>A job that Slurm lost, or whose node was lost, is submitted again. What Slurm puts back into its queue by itself, after a preemption for example, is
/// waited for. A controller that does not answer is waited for too, without end. When the search is stopped, its jobs are cancelled; after a search that was
/// killed, the next one takes up the jobs of trials that it runs again, and cancels the others.</para>
/// <para>Safe to call from several threads at once. A trial costs what Slurm needs for a job, a second or more.</para>
/// </remarks>
public sealed class SlurmExecutor : IExecutor
{
    private readonly SlurmSpec _spec;
    private readonly SlurmDesk _desk;
    private bool _isDisposed;

    private SlurmExecutor(SlurmSpec spec, SlurmDesk desk)
    {
        _spec = spec;
        _desk = desk;
    }

    /// <summary>Creates an executor after Slurm has said that it would take a job like those of trials.</summary>
    /// <param name="spec">What jobs are.</param>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    /// <exception cref="ExecutorException">Slurm's programs are not here, it refuses such jobs or no node could run them, or another search uses the folder.
    /// </exception>
    /// <exception cref="ArgumentException">The options make no sense; the message lists all that is wrong.</exception>
    public static async Task<SlurmExecutor> CreateAsync(SlurmSpec spec, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        SlurmLedger.Require(spec);
        spec = spec with { Folder = Path.GetFullPath(spec.Folder) };
        SlurmClient slurm = new(TimeSpan.MaxValue) { Waits = spec.Say, Bin = spec.Bin, Names = TrialRequest.Names };
        SlurmDesk? desk = null;
        try
        {
            string[] programs = ["sbatch", "squeue", "scancel", "sinfo"];
            if (spec.Bin is null)
            {
                SlurmClient.Require(programs);
            }
            else
            {
                SlurmClient.RequireIn(spec.Bin, programs);
            }

            desk = SlurmDesk.Open(spec, slurm);
            await CheckAsync(spec, slurm, cancellation).ConfigureAwait(false);
            return new SlurmExecutor(spec, desk);
        }
        catch (Exception error)
        {
            if (desk is not null)
            {
                // What is left there stays for a search that can go on with it.
                await desk.CloseAsync().ConfigureAwait(false);
            }

            if (error is SlurmException or FormatException or System.ComponentModel.Win32Exception)
            {
                throw new ExecutorException($"Trials cannot be jobs of Slurm: {error.Message}", error);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ExecutorException">No job of the search could begin its trial yet, however often this one was submitted.</exception>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (cancellation.IsCancellationRequested)
        {
            return LimitBreach.Cancelled.ToOutcome(job.Limits ?? _spec.Limits);
        }

        try
        {
            return await new SlurmRun(_spec, _desk, job).RunAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return TrialOutcome.Fail(
                FailureKind.NotStarted,
                $"The trial and its job cannot exchange files in '{_spec.Folder}': {error.Message} Make it writable, and free disk space.");
        }
    }

    /// <summary>Cancels what an earlier search left and nobody took up, and frees the folder. Trials that run are cancelled through their own token.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            await _desk.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task CheckAsync(SlurmSpec spec, SlurmClient slurm, CancellationToken stop)
    {
        TrialRequest request = TrialRequest.Of(spec, spec.Limits);
        if (NodeFit.Problem(request, await slurm.NodesAsync(stop).ConfigureAwait(false), TrialRequest.Names) is { } problem)
        {
            throw new SlurmException(problem, isRefusal: true);
        }

        string script = Path.Combine(spec.Folder, "check.sh");
        Files.WholeFile.Write(script, TrialScript.Write("hypermax-check", request, new TrialFolder(spec.Folder, "t0a0"), spec));
        try
        {
            await slurm.TestAsync(script, stop).ConfigureAwait(false);
        }
        catch (SlurmException error) when (SlurmTrouble.IsLimit(error.Message))
        {
            // As many jobs as there may be now; that passes.
        }
        finally
        {
            File.Delete(script);
        }
    }
}
