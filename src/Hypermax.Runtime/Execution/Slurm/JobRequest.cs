using System.Globalization;

namespace Hypermax.Execution.Slurm;

/// <summary>What a job asks Slurm for; null where the cluster's own default is to hold.</summary>
internal abstract record JobRequest
{
    /// <summary>Gets the time limit as Slurm writes it.</summary>
    public string? Time { get; init; }

    /// <summary>Gets the partition, or several with commas between.</summary>
    public string? Partition { get; init; }

    /// <summary>Gets the cores.</summary>
    public int? Cpus { get; init; }

    /// <summary>Gets the GPUs.</summary>
    public int? Gpus { get; init; }

    /// <summary>Gets the memory in mebibytes.</summary>
    public long? MemoryMb { get; init; }

    /// <summary>Gets further options of <c>sbatch</c>, each as it is written behind <c>#SBATCH</c>.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Gets the time that the limit leaves, or null for no end.</summary>
    public TimeSpan? Limit => Time is null ? null : TimeLimit.TryRead(Time);

    /// <summary>Gets the options of <c>sbatch</c> that ask for it, but for <see cref="Others"/>.</summary>
    /// <exception cref="FormatException">A value cannot be written into a script of Slurm.</exception>
    public IEnumerable<string> Options()
    {
        if (Time is { } time)
        {
            yield return $"--time={Value(time)}";
        }

        if (Partition is { } partition)
        {
            yield return $"--partition={Value(partition)}";
        }

        yield return "--nodes=1";
        yield return "--ntasks=1";
        if (Cpus is int cpus)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={cpus}");
        }

        if (Gpus is int gpus)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--gres=gpu:{gpus}");
        }

        if (MemoryMb is long memory)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--mem={memory}M");
        }
    }

    // Outside quotes a # would begin a comment.
    /// <summary>Writes a value as a line of a script takes it.</summary>
    /// <exception cref="FormatException">It cannot stand there.</exception>
    public static string Value(string text) => text.Any(unit => char.IsControl(unit) || "\"\\'".Contains(unit))
        ? throw new FormatException(
            $"'{text.ReplaceLineEndings("\\n")}' cannot stand in a script of Slurm, which takes no quotes, backslashes and line ends there. Use another name.")
        : text.AsSpan().IndexOfAny(" #") >= 0 ? $"\"{text}\"" : text;
}
