namespace Hypermax.Slurm;

/// <summary>Slurm refused something, cannot be reached, or is not there.</summary>
/// <param name="message">What, and what to do.</param>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
internal sealed class SlurmException(string message, int exitCode = ExitCodes.Environment) : Exception(message)
{
    /// <summary>Gets the exit code of a verb that it ends.</summary>
    public int ExitCode { get; } = exitCode;
}
