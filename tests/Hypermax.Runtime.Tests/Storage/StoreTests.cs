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

    protected override IStudyStore Create() => new JournalStore(Path.Combine(_root, $"{_stores++}"), sharing: Sharing);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(_root, recursive: true);
    }
}
