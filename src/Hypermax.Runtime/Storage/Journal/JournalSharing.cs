namespace Hypermax.Storage.Journal;

/// <summary>Whether several processes may work on one study folder.</summary>
public enum JournalSharing
{
    /// <summary>One process owns the folder; a second one is refused with the owner's process id.</summary>
    Exclusive,

    /// <summary>Several processes take turns.</summary>
    Shared,
}
