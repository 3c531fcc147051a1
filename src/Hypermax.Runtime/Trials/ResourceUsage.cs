namespace Hypermax;

/// <summary>What the processes of a trial used.</summary>
/// <param name="CpuSeconds">Processor time in seconds, all cores added up; NaN if not measured.</param>
/// <param name="PeakBytes">The largest working set of the process tree in bytes; 0 if not measured.</param>
/// <param name="MedianBytes">The median working set of the process tree in bytes; 0 if not measured.</param>
/// <param name="ReadBytes">Bytes read from storage; 0 if not measured.</param>
/// <param name="WrittenBytes">Bytes written to storage; 0 if not measured.</param>
public sealed record ResourceUsage(double CpuSeconds, long PeakBytes, long MedianBytes, long ReadBytes, long WrittenBytes);
