using Hypermax.Search;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.Stores;

/// <summary>Opens the store of a study that several processes work on.</summary>
internal static class StoreOpening
{
    /// <summary>Opens the store of a search: the one that its settings name, or else its folder.</summary>
    /// <param name="task">The search.</param>
    /// <param name="lines">Takes what is said while the store has to be waited for.</param>
    /// <param name="clock">Tells the time.</param>
    /// <exception cref="FormatException">The address cannot be read.</exception>
    /// <exception cref="StudyInUseException">A search that does not share has the folder.</exception>
    /// <exception cref="IOException">The store cannot be reached or written to.</exception>
    public static IStudyStore Open(SearchTask task, SearchLines lines, TimeProvider clock) =>
        task.Plan.Options is { StoreAddress: { } address, Name: { } study }
        ? StudyStores.Open(new StoreRequest { Address = address, Study = study, Folder = task.Folder, Clock = clock, Notice = lines.Once })
        : new JournalStore(task.Folder, clock, JournalSharing.Shared);
}
