using Hypermax.Conformance;
using Hypermax.Storage;
using Hypermax.Storage.InMemory;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Storage;

public sealed class InMemoryStoreConformance : StoreConformance
{
    protected override IStudyStore Create() => new InMemoryStore();
}

public sealed class JournalStoreConformance : DurableStoreConformance
{
    private readonly JournalFolders _folders = new();

    [Fact]
    public void Change_Reopened_TrialsCarryTheSame()
    {
        string folder;
        using (IStudyStore store = Begun())
        {
            folder = store.Folder!;
            using (store.Enter())
            {
                store.Start(Trial(0));
                store.Finish(Trial(0) with { State = TrialState.Complete, Outcome = TrialOutcome.Of(1) });
                store.Change(new StudyChange(1) { Objective = "a", Method = "sobol", Leaders = [0] });
            }
        }

        JournalSnapshot read = JournalSnapshot.Read(folder);

        Assert.True(read.Trials[0].IsSetApart);
        Assert.Equal("sobol", read.Header!.Method);
        Assert.Equal((1, "a"), (Assert.Single(read.Changes).FromTrial, read.Changes[0].Objective));
    }

    protected override IStudyStore Create() => new JournalStore(_folders.Next());

    protected override IStudyStore Reopen(IStudyStore store, bool wasDisposed) => new JournalStore(_folders.Of(store, wasDisposed));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folders.Dispose();
    }
}

public sealed class SharedJournalStoreConformance : SharedStoreConformance
{
    private readonly JournalFolders _folders = new();

    protected override IStudyStore Create() => new JournalStore(_folders.Next(), sharing: JournalSharing.Shared);

    protected override IStudyStore Reopen(IStudyStore store, bool wasDisposed) =>
        new JournalStore(_folders.Of(store, wasDisposed), sharing: JournalSharing.Shared);

    protected override IStudyStore OpenBeside(IStudyStore store) => new JournalStore(store.Folder!, sharing: JournalSharing.Shared);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folders.Dispose();
    }
}

/// <summary>Folders for journals; one that is in use is copied, as its lock goes away with its process only.</summary>
internal sealed class JournalFolders : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hypermax-store-").FullName;
    private int _count;

    public string Next() => Path.Combine(_root, $"{_count++}");

    public string Of(IStudyStore store, bool wasDisposed)
    {
        if (wasDisposed)
        {
            return store.Folder!;
        }

        string copy = Directory.CreateDirectory(Next()).FullName;
        File.Copy(Path.Combine(store.Folder!, JournalStore.FileName), Path.Combine(copy, JournalStore.FileName));
        return copy;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
