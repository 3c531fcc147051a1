namespace Hypermax.Execution.Usages;

/// <summary>What a running trial uses at one moment; names and units are those of <see cref="ResourceUsage"/>.</summary>
/// <param name="Number">The number of the trial.</param>
/// <param name="Seconds">How long it has run.</param>
/// <param name="CpuSeconds">Processor time so far in seconds, all cores added up; NaN if not measured.</param>
/// <param name="Bytes">The working set of its process tree in bytes.</param>
/// <param name="PeakBytes">The largest that was seen of it, in bytes.</param>
/// <param name="IsShared">Whether the bytes are those of the process of the search, in which the trial and others run.</param>
internal readonly record struct RunningUsage(int Number, double Seconds, double CpuSeconds, long Bytes, long PeakBytes, bool IsShared = false)
{
    // Far more than there is, and so little that all that runs beside each other can be added up.
    private const double MostSeconds = 1e11;
    private const long MostBytes = 1L << 56;

    /// <summary>Gets whether a trial can use that: others may say anything.</summary>
    public bool IsPossible => Seconds is >= 0 and <= MostSeconds && CpuSeconds is double.NaN or (>= 0 and <= MostSeconds)
        && Bytes is >= 0 and <= MostBytes && PeakBytes is >= 0 and <= MostBytes;

    /// <summary>Adds what runs beside it for the same trial, such as another repeat.</summary>
    public RunningUsage With(RunningUsage other) => this with
    {
        Seconds = Math.Max(Seconds, other.Seconds),
        CpuSeconds = CpuSeconds + other.CpuSeconds,
        Bytes = IsShared ? other.Bytes : Bytes + other.Bytes,
        PeakBytes = IsShared ? Math.Max(PeakBytes, other.PeakBytes) : PeakBytes + other.PeakBytes,
    };
}
