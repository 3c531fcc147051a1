namespace Hypermax.Dashboard.Sources;

/// <summary>A folder of a study.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Title">Its path below the folder that was named.</param>
internal sealed record StudyFolder(string Path, string Title)
{
    /// <summary>Gets whether it holds a journal.</summary>
    public bool HasJournal { get; init; }

    /// <summary>Gets whether it says which store keeps the study.</summary>
    public bool IsMarked { get; init; }
}
