using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.PostgreSql.Records;

/// <summary>What this process has recorded and the database has not confirmed yet.</summary>
/// <remarks>
/// All of it is stored at once or not at all. Where the connection is cut in between, what the database has next tells which: its lines are found there, or
/// they are sent again, without those that another process has overtaken meanwhile. So nothing is stored twice and nothing gets lost.
/// </remarks>
/// <param name="mirror">What is known of the study.</param>
internal sealed class PendingRecords(StudyMirror mirror)
{
    private readonly List<PendingRecord> _records = [];
    private readonly JournalRecord _other = new();

    /// <summary>Gets the records, oldest first.</summary>
    public IReadOnlyList<PendingRecord> Records => _records;

    /// <summary>Gets whether something waits to be confirmed.</summary>
    public bool IsAny => _records.Count > 0;

    /// <summary>Gets whether others may wait for what is recorded here.</summary>
    public bool IsNews => _records.Any(record => record.Kind is not (PendingRecord.Start or "report"));

    /// <summary>Adds a record whose facts are in memory.</summary>
    public void Add(PendingRecord record) => _records.Add(record);

    /// <summary>Notes that all records are stored.</summary>
    /// <param name="first">The place of the first one.</param>
    public void AreStored(int first)
    {
        foreach (PendingRecord record in _records)
        {
            mirror.HasStored(new StoredRecord(first++, record.Line));
        }

        _records.Clear();
    }

    /// <summary>Takes over what others have recorded, and settles what became of the records of this process.</summary>
    /// <param name="news">The records that are new.</param>
    /// <returns>The trials that this process was about to start and that are another's now.</returns>
    public IReadOnlyList<int> Settle(IReadOnlyList<StoredRecord> news)
    {
        int at = IsAny ? Place(news) : -1;
        List<int> lost = [];
        for (int i = 0; i < news.Count; i++)
        {
            if (i == at)
            {
                i += _records.Count - 1;
                AreStored(news[at].Seq);
                continue;
            }

            if (IsAny && at < 0)
            {
                Yield(news[i], lost);
            }

            mirror.Apply(news[i]);
        }

        return lost;
    }

    // Where the records of this process lie among the new ones; -1 where they do not.
    private int Place(IReadOnlyList<StoredRecord> news)
    {
        for (int i = 0; i + _records.Count <= news.Count; i++)
        {
            if (Enumerable.Range(0, _records.Count).All(k => news[i + k].Line.AsSpan().SequenceEqual(_records[k].Line)))
            {
                return i;
            }
        }

        return -1;
    }

    // The other one is stored and counts; ours of the same kind about the same trial never happened.
    private void Yield(StoredRecord stored, List<int> lost)
    {
        if (!JournalLine.IsSound(stored.Line))
        {
            return;
        }

        _other.Read(stored.Line);
        if (_other.Type == PendingRecord.Study)
        {
            // Another process began the study first, so nothing of ours ever happened.
            _records.Clear();
            mirror.Tables.Withdraw();
            return;
        }

        int number = _other.Trial;
        if (_other.Type == PendingRecord.Start && _records.RemoveAll(record => record.Trial?.Number == number && record.Kind == PendingRecord.Start) > 0)
        {
            lost.Add(number);
        }

        if ((_other.Type == PendingRecord.Finish || lost.Contains(number))
            && _records.RemoveAll(record => record.Trial?.Number == number && record.Kind == PendingRecord.Finish) > 0)
        {
            mirror.Tables.Reopen(number);
        }
    }
}
