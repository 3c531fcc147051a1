namespace Hypermax.Conformance;

/// <summary>What a trial of the suite for executors does.</summary>
public enum TrialBehaviour
{
    /// <summary>Gives its value.</summary>
    Completes,

    /// <summary>Gives NaN.</summary>
    NotFinite,

    /// <summary>Throws; a program writes to its error output and ends with exit code 3.</summary>
    Throws,

    /// <summary>Its process is killed before it gives anything; only for trials with a process of their own.</summary>
    Dies,

    /// <summary>Gives nothing before it is told to stop: by its token, or by a signal to its process.</summary>
    Waits,

    /// <summary>Never gives anything and ignores that it is told to stop; a process has to be killed.</summary>
    Ignores,

    /// <summary>Gives its value and leaves a child process behind; only for trials with a process of their own.</summary>
    Spawns,

    /// <summary>Reports 0.5 at step 1, 0.25 at step 2 and 0.125 at step 5, then gives its value.</summary>
    Reports,
}
