namespace Hypermax;

/// <summary>Why a trial failed.</summary>
public enum FailureKind
{
    /// <summary>It did not fail.</summary>
    None,

    /// <summary>The objective threw, or its program reported an error.</summary>
    Exception,

    /// <summary>The value was NaN or infinite.</summary>
    NotFinite,

    /// <summary>The wall-time limit was reached.</summary>
    WallTime,

    /// <summary>The processor-time limit was reached.</summary>
    CpuTime,

    /// <summary>The memory limit of the trial's processes was reached.</summary>
    Memory,

    /// <summary>The machine's memory in use reached its limit.</summary>
    SystemMemory,

    /// <summary>The GPU memory limit was reached.</summary>
    GpuMemory,

    /// <summary>The trial wrote more output than allowed.</summary>
    OutputVolume,

    /// <summary>The trial gave no sign of life for too long.</summary>
    Silence,

    /// <summary>The process ended by itself before it gave a result, by exit, crash or signal.</summary>
    ProcessDied,

    /// <summary>The process ended well but gave no result, several, or half of one.</summary>
    BadResult,

    /// <summary>The executor could not start the trial.</summary>
    NotStarted,

    /// <summary>The search was stopped while the trial ran.</summary>
    Cancelled,

    /// <summary>The process that ran the trial was gone when the study was opened again.</summary>
    Orphaned,

    /// <summary>A person ended the trial while its search went on; see <see cref="Study.EndTrial"/>.</summary>
    Ended,
}
