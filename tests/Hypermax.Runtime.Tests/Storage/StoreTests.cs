using Hypermax.Conformance.Stores;
using Hypermax.Storage;
using Hypermax.Storage.InMemory;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Storage;

public sealed class InMemoryStoreConformance : StoreConformance
{
    protected override IStudyStore Create() => new InMemoryStore();
}

public sealed class JournalStoreConformance : JournalConformance
{
    protected override JournalSharing Sharing => JournalSharing.Exclusive;
}

public sealed class SharedJournalStoreConformance : JournalConformance
{
    protected override JournalSharing Sharing => JournalSharing.Shared;
}

public abstract class JournalConformance : StoreConformance
{
    private readonly string _root = Directory.CreateTempSubdirectory("hypermax-store-").FullName;
    private int _stores;

    protected abstract JournalSharing Sharing { get; }

    protected override IStudyStore Create() => new JournalStore(Path.Combine(_root, $"{_stores++}"), sharing: Sharing);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(_root, recursive: true);
    }
}
