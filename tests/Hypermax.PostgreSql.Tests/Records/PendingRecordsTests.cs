using Hypermax.PostgreSql.Records;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.PostgreSql.Tests.Records;

/// <summary>What becomes of records whose confirmation was cut off.</summary>
public sealed class PendingRecordsTests
{
    private readonly StudyMirror _mirror = new("the study");
    private readonly PendingRecords _pending;

    public PendingRecordsTests()
    {
        _pending = new PendingRecords(_mirror);
        StudyHeader header = new()
        {
            Name = "s", Space = Searches.Space, Seed = 0, Method = "random", Version = "1", Created = DateTimeOffset.UnixEpoch,
        };
        _pending.Settle([new StoredRecord(1, JournalWriter.Study(header)[..^1])]);
    }

    [Fact]
    public void Settle_TheyAreThere_AreConfirmedAndNotSentAgain()
    {
        PendingRecord mine = Record(Started(0, 0.5));

        IReadOnlyList<int> lost = _pending.Settle([new StoredRecord(2, mine.Line), new StoredRecord(3, Line(Started(1, 0.25)))]);

        Assert.Empty(lost);
        Assert.False(_pending.IsAny);
        Assert.Equal((3, 2), (_mirror.Seq, _mirror.Tables.Trials.Count));
    }

    [Fact]
    public void Settle_TheyAreNotThere_AreSentAgain()
    {
        Record(Started(0, 0.5));

        _pending.Settle([]);

        Assert.Single(_pending.Records);
    }

    [Fact]
    public void Settle_AnotherTookTheNumber_OursNeverHappened()
    {
        Record(Started(0, 0.5));

        IReadOnlyList<int> lost = _pending.Settle([new StoredRecord(2, Line(Started(0, 0.25)))]);

        Assert.Equal([0], lost);
        Assert.False(_pending.IsAny);
        Assert.Equal(0.25, _mirror.Tables.Trials[0].Point[0]);
    }

    [Fact]
    public void Settle_AnotherToldTheTrial_ItsOutcomeCounts()
    {
        TrialRecord trial = Started(0, 0.5);
        _pending.Settle([new StoredRecord(2, Line(trial))]);
        TrialRecord ours = trial with { State = TrialState.Complete, Outcome = TrialOutcome.Of(1) };
        _pending.Add(new PendingRecord("finish", JournalWriter.Finish(ours, withReports: false)[..^1]) { Trial = ours });
        _mirror.Tables.Finish(ours);
        TrialRecord theirs = ours with { Outcome = TrialOutcome.Of(2) };

        _pending.Settle([new StoredRecord(3, JournalWriter.Finish(theirs, withReports: false)[..^1])]);

        Assert.False(_pending.IsAny);
        Assert.Equal(2, _mirror.Tables.Trials[0].Value);
        Assert.Equal([0], _mirror.Tables.Finished);
    }

    private PendingRecord Record(TrialRecord trial)
    {
        PendingRecord record = new("start", Line(trial)) { Trial = trial };
        _pending.Add(record);
        _mirror.Tables.Start(trial);
        return record;
    }

    private static TrialRecord Started(int number, double x) => new()
    {
        Number = number, Point = [x, 0], State = TrialState.Running, Started = DateTimeOffset.UnixEpoch,
    };

    private static byte[] Line(TrialRecord trial) => JournalWriter.Start(trial, "somebody")[..^1];
}
