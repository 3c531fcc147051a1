using Hypermax.Storage;
using Xunit;

namespace Hypermax.Conformance;

/// <summary>What searches rely on in a store that several processes use at once; contains <see cref="DurableStoreConformance"/>.</summary>
public abstract class SharedStoreConformance : DurableStoreConformance
{
    /// <summary>Opens what a living store keeps a second time, as another process beside it does.</summary>
    /// <param name="store">The store that <see cref="StoreConformance.Create"/> made.</param>
    protected abstract IStudyStore OpenBeside(IStudyStore store);

    /// <summary>The store says that it is shared.</summary>
    [Fact]
    public void StoreSaysThatItIsShared()
    {
        IStudyStore store = Begun();
        Require(store, store.IsShared, $"a store that processes share says so in {nameof(IStudyStore.IsShared)}", () => "it is false");
    }

    /// <summary>Who enters sees what the other has recorded, trials that the other runs are no orphans, and of two outcomes the first counts.</summary>
    [Fact]
    public void WhatOneRecordsTheOtherSees()
    {
        IStudyStore one = Begun();
        IStudyStore other = Keep(OpenBeside(one));
        Start(one, 0, 1);
        Finish(one, 0, 0.5);
        Finish(other, 0, 0.25);
        Do(other, () => other.Steer(StoreTrials.Wishes[0]));
        foreach (IStudyStore store in new[] { one, other })
        {
            using (store.Enter())
            {
                RequireSame(store, [0.5, double.NaN], store.Trials.Select(trial => trial.Value), "who enters sees what others have recorded", "values");
                RequireSame(store, [0], store.Finished, "of two outcomes of a trial the first counts, whichever process records it", nameof(store.Finished));
                RequireSame(store, [], store.Orphans, "a trial that another process runs is no orphan", nameof(store.Orphans));
                RequireSame(store, StoreTrials.Wishes[..1], store.Steering, "who enters sees what others have recorded", nameof(store.Steering));
            }
        }
    }

    /// <summary>Who has entered is alone, among all processes.</summary>
    [Fact]
    public void OneStoreEntersAtATime()
    {
        IStudyStore store = Begun();
        RequireTurns(store, Keep(OpenBeside(store)));
    }

    /// <summary>Two stores that each start the next trial leave no gap and no double.</summary>
    [Fact]
    public Task StoresLeaveNoGapAndNoDouble()
    {
        IStudyStore store = Begun();
        return RequireNoGapAsync([store, Keep(OpenBeside(store))], trialsEach: 50);
    }
}
