using Hypermax.Folder;

namespace Hypermax.Ui.Lines;

/// <summary>How a watched search is told: as lines for people, or as JSON for programs.</summary>
internal interface IWatchOutput
{
    /// <summary>Says what is watched.</summary>
    void Begin(FolderStatus status);

    /// <summary>Says what ended since the last look; at least one trial.</summary>
    /// <param name="status">How the study stands.</param>
    /// <param name="ended">The trials that ended, in the order of their ends.</param>
    void Add(FolderStatus status, IReadOnlyList<TrialRecord> ended);

    /// <summary>Says that no search runs any more.</summary>
    void End(FolderStatus status);
}
