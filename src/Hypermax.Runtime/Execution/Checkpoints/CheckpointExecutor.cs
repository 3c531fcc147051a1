namespace Hypermax.Execution.Checkpoints;

/// <summary>Hands on to a trial the checkpoint of the one that it continues.</summary>
/// <remarks>As a copy, made afresh for every run: so a trial that is run again, because its process died or its policy says so, begins where the first
/// run began.</remarks>
/// <param name="inner">Runs the trials; disposed of with this one.</param>
internal sealed class CheckpointExecutor(IExecutor inner) : IExecutor
{
    public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        if (TrialPaths.Checkpoint(job, job.Number) is { } own)
        {
            try
            {
                HandOn(job, own);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return Task.FromResult(TrialOutcome.Fail(
                    FailureKind.NotStarted, $"The checkpoint '{own}' of the trial cannot be made: {error.Message} Look whether the disk is full."));
            }
        }

        return inner.RunAsync(job, cancellation);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private static void HandOn(TrialJob job, string own)
    {
        if (Directory.Exists(own))
        {
            Directory.Delete(own, recursive: true);
        }

        if (job.Continues is int earlier && TrialPaths.Checkpoint(job, earlier) is { } left && Directory.Exists(left))
        {
            Copy(new DirectoryInfo(left), own);
        }
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (FileInfo file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (DirectoryInfo folder in from.EnumerateDirectories())
        {
            Copy(folder, Path.Combine(to, folder.Name));
        }
    }
}
