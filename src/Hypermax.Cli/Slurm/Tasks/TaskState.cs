namespace Hypermax.Slurm;

/// <summary>What became of a task of a job array.</summary>
internal enum TaskState
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>Its worker left as it should.</summary>
    Ended,

    /// <summary>Its worker left with an error, or was ended.</summary>
    Failed,

    /// <summary>It began and is gone without a word: killed, or its node was lost.</summary>
    Died,

    /// <summary>Slurm knows nothing of it, and it never began: the submission was lost, or it was cancelled before its turn.</summary>
    NeverRan,
}
