namespace Hypermax.Execution.WorkerProcess;

/// <summary>What trials share when they run in worker processes.</summary>
public enum WorkerIsolation
{
    /// <summary>Trials of one slot share a process, one after another, with its static fields and caches; the default.</summary>
    Slot,

    /// <summary>Every trial gets a fresh process, at a cost of about 60 ms.</summary>
    Trial,
}
