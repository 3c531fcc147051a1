namespace Hypermax.Dashboard.Contracts;

/// <summary>A trial that runs, or waits to be run again.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Started">When it began.</param>
/// <param name="Step">The step of its last report, or null.</param>
/// <param name="Value">The value of its last report, or null.</param>
/// <param name="Line">The last line that it printed, or null.</param>
/// <param name="CpuSeconds">Processor time so far in seconds, all cores added up; null if not known.</param>
/// <param name="Bytes">The memory of its processes in bytes; null if not known, as within the first second.</param>
/// <param name="PeakBytes">The most of it so far, in bytes; null if not known.</param>
/// <param name="IsShared">True where the bytes are those of the process of the search, in which the trial runs; else null.</param>
/// <param name="IsWaiting">True where the search was killed in which it began, and it waits to be run again; else null.</param>
internal sealed record RunningEntry(
    int Number,
    DateTimeOffset Started,
    long? Step,
    double? Value,
    string? Line,
    double? CpuSeconds,
    long? Bytes,
    long? PeakBytes,
    bool? IsShared,
    bool? IsWaiting);
