namespace Hypermax.Execution.InProcess;

/// <summary>The processor time of a trial in this process: that of the whole process, which means something only while nothing else runs.</summary>
internal readonly struct InProcessUsage
{
    private readonly double _before;

    /// <summary>Begins to measure.</summary>
    /// <param name="isAlone">Whether no other trial runs.</param>
    public InProcessUsage(bool isAlone) => _before = isAlone ? CpuSeconds() : double.NaN;

    /// <summary>Gets what the trial used, or null when others ran beside it.</summary>
    /// <param name="wasAlone">Whether no other trial ran up to now.</param>
    public ResourceUsage? Finish(bool wasAlone)
    {
        double used = wasAlone ? CpuSeconds() - _before : double.NaN;
        return double.IsNaN(used) ? null : new ResourceUsage(used, PeakBytes: 0, MedianBytes: 0, ReadBytes: 0, WrittenBytes: 0);
    }

#if NET9_0_OR_GREATER
    private static double CpuSeconds() => OperatingSystem.IsBrowser() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS()
        ? double.NaN
        : Environment.CpuUsage.TotalTime.TotalSeconds;
#else
    // The older framework has no way that costs less than a short trial itself.
    private static double CpuSeconds() => double.NaN;
#endif
}
