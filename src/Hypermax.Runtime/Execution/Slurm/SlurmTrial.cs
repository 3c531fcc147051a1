using System.Globalization;

namespace Hypermax.Execution.Slurm;

/// <summary>The other half of <see cref="SlurmExecutor"/>: what a job does on its node.</summary>
public static class SlurmTrial
{
    /// <summary>Runs the trial that a folder describes, by whatever executor runs trials there, and leaves the outcome in the folder.</summary>
    /// <remarks>
    /// <para>Call it from the program that <see cref="SlurmSpec.Program"/> names, with the last argument as the folder. A job that is started again after its
    /// trial has ended does nothing; of two copies that run at once, the first one to end counts.</para>
    /// <para>When cancelled, as after SIGTERM, the trial is ended and nothing is said: whoever sent the signal knows what it means.</para>
    /// </remarks>
    /// <param name="folder">The folder of the trial.</param>
    /// <param name="executor">Runs it; not disposed of here.</param>
    /// <param name="cancellation">Cancelled when the job is to end.</param>
    /// <returns>0 when there is an outcome, 130 when it was cancelled before.</returns>
    /// <exception cref="IOException">The folder is not there, or cannot be written to.</exception>
    public static async Task<int> RunAsync(string folder, IExecutor executor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(executor);
        TrialFolder files = Of(folder);
        if (File.Exists(files.OutcomeFile))
        {
            return 0;
        }

        int run = int.TryParse(Environment.GetEnvironmentVariable("SLURM_RESTART_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out int restarts)
            ? restarts
            : 0;
        await File.WriteAllTextAsync(files.BegunFile(run), Environment.MachineName + "\n", CancellationToken.None).ConfigureAwait(false);
        string order = await File.ReadAllTextAsync(files.OrderFile, CancellationToken.None).ConfigureAwait(false);
        using ReportFile reports = new(files, run);
        TrialJob job = TrialOrder.Read(order, reports.Report);
        KeepLog(job, run);
        TrialOutcome outcome = await executor.RunAsync(job, cancellation).ConfigureAwait(false);
        if (outcome.Failure == FailureKind.Cancelled)
        {
            return 130;
        }

        OutcomeFile.TryWrite(files.OutcomeFile, outcome);
        return 0;
    }

    /// <summary>Says that the trial of a folder cannot be run on this machine, so that it fails with the reason.</summary>
    /// <param name="folder">The folder of the trial.</param>
    /// <param name="message">Why, and what to do.</param>
    public static void Refuse(string folder, string message) =>
        OutcomeFile.TryWrite(Of(folder).OutcomeFile, TrialOutcome.Fail(FailureKind.NotStarted, message));

    /// <summary>Gets the space of the trial of a folder, for executors that are made for one.</summary>
    /// <param name="folder">The folder of the trial.</param>
    public static SearchSpace SpaceOf(string folder) => TrialOrder.Read(File.ReadAllText(Of(folder).OrderFile), reported: null).Space;

    private static TrialFolder Of(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new TrialFolder(Path.GetDirectoryName(full)!, Path.GetFileName(full));
    }

    // What the run before printed, whose node was lost, may be all that tells why.
    private static void KeepLog(TrialJob job, int run)
    {
        if (run == 0 || job.StudyFolder is null)
        {
            return;
        }

        string log = Path.Combine(job.StudyFolder, TrialPaths.Log(job.Number));
        try
        {
            File.Move(log, Path.ChangeExtension(log, string.Create(CultureInfo.InvariantCulture, $".run{run - 1}.txt")), overwrite: true);
        }
        catch (IOException)
        {
            // It printed nothing.
        }
    }
}
