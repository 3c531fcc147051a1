using Hypermax.Stores;

namespace Hypermax.Workers;

/// <summary>What one worker does of a study that several processes share.</summary>
internal sealed record SharedWork
{
    /// <summary>Gets where the study is kept, as <see cref="StoreOpening"/> reads it.</summary>
    public required string Address { get; init; }

    /// <summary>Gets the name of the study in its store; null where the address is the folder of one study.</summary>
    public string? Study { get; init; }

    /// <summary>Gets the folder for logs, artifacts and the report that was asked for; null for the usual one.</summary>
    public string? FilesFolder { get; init; }

    /// <summary>Gets how many trials this worker begins at most; null for as many as the study has.</summary>
    public int? MaxTrials { get; init; }

    /// <summary>Gets the time after which this worker begins no trial; null for none.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Gets whether it leaves when others run what is left, and does not wait for what they leave behind.</summary>
    public bool LeavesWhenIdle { get; init; }

    /// <summary>Gets what asks it to leave.</summary>
    public required LeaveSignal Leave { get; init; }

    /// <summary>Gets the name that a new study gets.</summary>
    public string NewName(string folder) => Study ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    /// <summary>Gets the folder of logs, artifacts and the report.</summary>
    /// <param name="beside">The beginning of the names of result folders where the store has no folder of its own.</param>
    public string FolderOf(string beside) =>
        StoreOpening.IsFolder(Address) ? StoreOpening.FolderOf(Address, Study) : Path.GetFullPath(FilesFolder ?? $"{beside}_{Study}");
}
