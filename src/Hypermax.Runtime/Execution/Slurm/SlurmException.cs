namespace Hypermax.Execution.Slurm;

/// <summary>Slurm refused something, cannot be reached, or is not there.</summary>
/// <param name="message">What, and what to do.</param>
/// <param name="isRefusal">Whether Slurm answered, and said no.</param>
internal sealed class SlurmException(string message, bool isRefusal = false) : Exception(message)
{
    /// <summary>Gets whether Slurm answered, and said no.</summary>
    public bool IsRefusal { get; } = isRefusal;
}
