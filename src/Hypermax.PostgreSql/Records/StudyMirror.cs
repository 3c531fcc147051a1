using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.PostgreSql.Records;

/// <summary>What this process knows of a study: the facts in memory, and up to which record they go.</summary>
internal sealed class StudyMirror
{
    private readonly string _place;
    private readonly List<string> _damaged = [];
    private byte[] _last = [];

    /// <summary>Begins with nothing.</summary>
    /// <param name="place">The study and its database, as people call it.</param>
    public StudyMirror(string place)
    {
        _place = place;
        Reader = new JournalReader(Tables, Owners, place);
    }

    /// <summary>Gets who runs which trial, as far as the records go.</summary>
    public OwnerWatch Owners { get; } = new(TimeProvider.System, TimeSpan.MaxValue);

    /// <summary>Gets the facts.</summary>
    public StudyTables Tables { get; } = new();

    /// <summary>Gets what applies records to them.</summary>
    public JournalReader Reader { get; }

    /// <summary>Gets the place of the last record that is known; 0 before the first.</summary>
    public int Seq { get; private set; }

    /// <summary>Gets from which record on to read: from the last one known, which shows that it is still there.</summary>
    public int From => Math.Max(Seq, 1);

    /// <summary>Gets the records that were passed over, in words.</summary>
    public IReadOnlyList<string> Damaged => _damaged;

    /// <summary>Gets those of the records read that are new.</summary>
    /// <param name="read">The records from <see cref="From"/> on.</param>
    /// <exception cref="PostgresStoreException">The last record known is not there any more.</exception>
    public List<StoredRecord> NewOf(List<StoredRecord> read) => TryNewOf(read, out List<StoredRecord> news)
        ? news
        : throw new PostgresStoreException(
            FormattableString.Invariant($"{_place} is not what it was: its record {Seq} is gone or another one, so it was removed, or an older copy of ")
            + "the database was restored, while this process worked on it. Nothing more is added. Start again to go on with what is there now.");

    /// <summary>Gets those of the records read that are new.</summary>
    /// <param name="read">The records from <see cref="From"/> on.</param>
    /// <param name="news">Those after the last one known.</param>
    /// <returns>False when the last record known is not there any more.</returns>
    public bool TryNewOf(List<StoredRecord> read, out List<StoredRecord> news)
    {
        bool isContinued = Seq == 0 || (read is [var first, ..] && first.Seq == Seq && first.Line.AsSpan().SequenceEqual(_last));
        news = Seq == 0 ? read : isContinued ? read[1..] : [];
        return isContinued;
    }

    /// <summary>Takes over a record of another process.</summary>
    public void Apply(StoredRecord record)
    {
        string? misfit = JournalLine.IsSound(record.Line) ? Reader.Apply(record.Line, record.Seq) : "it is damaged";
        if (misfit is not null)
        {
            _damaged.Add(FormattableString.Invariant($"{_place}: record {record.Seq} is passed over, for {misfit}."));
        }

        HasStored(record);
    }

    /// <summary>Notes that a record is stored whose facts are in memory already.</summary>
    public void HasStored(StoredRecord record) => (Seq, _last) = (record.Seq, record.Line);
}
