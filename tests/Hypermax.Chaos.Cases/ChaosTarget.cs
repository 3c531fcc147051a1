namespace Hypermax.Chaos.Cases;

/// <summary>The kinds of executor that chaos programs go through.</summary>
[Flags]
public enum ChaosTarget
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A thread of this process.</summary>
    InProcess = 1,

    /// <summary>A worker process.</summary>
    Worker = 2,

    /// <summary>A command.</summary>
    Command = 4,

    /// <summary>A Python function.</summary>
    Python = 8,

    /// <summary>A command over ssh.</summary>
    Remote = 16,

    /// <summary>All that give the trial a process that is ours to measure.</summary>
    Local = Worker | Command | Python,

    /// <summary>All that give the trial a process.</summary>
    Processes = Local | Remote,

    /// <summary>All that start a program of any kind.</summary>
    Programs = Command | Remote,

    /// <summary>All.</summary>
    Everything = Processes | InProcess,
}
