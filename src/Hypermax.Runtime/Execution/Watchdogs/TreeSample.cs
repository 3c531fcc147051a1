namespace Hypermax.Execution.Watchdogs;

/// <summary>What a process and all it started use at one moment.</summary>
/// <param name="Bytes">The working sets added up.</param>
/// <param name="CpuSeconds">Processor time since each process began, ended children included.</param>
/// <param name="ReadBytes">Bytes read from storage since each process began.</param>
/// <param name="WrittenBytes">Bytes written to storage since each process began.</param>
internal readonly record struct TreeSample(long Bytes, double CpuSeconds, long ReadBytes, long WrittenBytes);
