namespace Hypermax.Workers;

/// <summary>What one worker does of a study that several processes share.</summary>
internal sealed record SharedWork
{
    /// <summary>Gets the folder that was asked for: of the study, or with a store of logs, artifacts and the report; null where none was.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets what chooses another folder, as the command line of the worker writes it.</summary>
    public string FolderOption { get; init; } = "-o";

    /// <summary>Gets how many trials this worker begins at most; null for as many as the study has.</summary>
    public int? MaxTrials { get; init; }

    /// <summary>Gets the time after which this worker begins no trial; null for none.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Gets whether it leaves when others run what is left, and does not wait for what they leave behind.</summary>
    public bool LeavesWhenIdle { get; init; }

    /// <summary>Gets what asks it to leave.</summary>
    public required LeaveSignal Leave { get; init; }
}
