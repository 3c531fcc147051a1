namespace Hypermax.Storage.Journal;

/// <summary>What a journal says at one moment, read without owning the folder: a search may go on meanwhile.</summary>
/// <param name="Header">What the study is, or null when the journal has not begun yet.</param>
/// <param name="Trials">Its trials in the order of their numbers, running ones included.</param>
/// <param name="Damaged">The records that are damaged; they were passed over.</param>
public sealed record JournalSnapshot(StudyHeader? Header, IReadOnlyList<TrialRecord> Trials, IReadOnlyList<DamagedLine> Damaged)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    /// <summary>Gets what changed about the study on purpose, oldest first.</summary>
    public IReadOnlyList<StudyChange> Changes { get; init; } = [];

    /// <summary>Gets what people told the study to do, oldest first.</summary>
    public IReadOnlyList<Steering> Steering { get; init; } = [];

    /// <summary>Gets the processes that run the trials which have not ended, or did until they were killed, as records name them; none of records that
    /// are kept elsewhere.</summary>
    internal IReadOnlyDictionary<int, string> Owners { get; init; } = new Dictionary<int, string>();

    /// <summary>Reads the journal of a folder.</summary>
    /// <param name="folder">The folder of a study.</param>
    /// <param name="clock">The clock. By default the system's.</param>
    /// <exception cref="FileNotFoundException">The folder has no journal.</exception>
    /// <exception cref="JournalFormatException">The journal is of a newer format, or its first record is lost, or it is no journal.</exception>
    public static JournalSnapshot Read(string folder, TimeProvider? clock = null)
    {
        string path = Path.Combine(folder, JournalStore.FileName);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(StudyNearby.Words(folder), path);
        }

        using JournalFile file = new(path, canWrite: false);
        StudyTables tables = new();
        JournalReader reader = new(tables, new OwnerWatch(clock ?? TimeProvider.System, Lease), path);

        // Half a line at the end is one that is being written just now; it belongs to the next moment.
        file.ReadNew(reader.Apply);
        JournalReader.RequireHeader(file, tables);
        return Of(tables, [.. file.Damaged]) with
        {
            Owners = tables.Trials.Where(trial => trial is { IsFinished: false, IsLost: false })
                .ToDictionary(trial => trial.Number, trial => reader.OwnerOf(trial.Number) ?? string.Empty),
        };
    }

    /// <summary>Reads the records of a study that are kept elsewhere than in a journal.</summary>
    /// <param name="records">The records, which are lines of a journal without line feeds.</param>
    /// <param name="place">Where they come from, as people call it.</param>
    /// <exception cref="JournalFormatException">They are of a newer format.</exception>
    internal static JournalSnapshot OfRecords(IReadOnlyList<byte[]> records, string place)
    {
        StudyTables tables = new();
        JournalReader reader = new(tables, new OwnerWatch(TimeProvider.System, Lease), place);
        List<DamagedLine> damaged = [];
        for (int i = 0; i < records.Count; i++)
        {
            bool isSound = JournalLine.IsSound(records[i]);
            string? misfit = isSound ? reader.Apply(records[i], i + 1) : null;
            if (!isSound || misfit is not null)
            {
                damaged.Add(new DamagedLine(i + 1, 0, records[i].Length, IsEnd: false) { Misfit = misfit });
            }
        }

        return Of(tables, damaged);
    }

    private static JournalSnapshot Of(StudyTables tables, IReadOnlyList<DamagedLine> damaged) =>
        new(tables.Header, [.. tables.Trials.Where(trial => !trial.IsLost)], damaged)
        {
            Changes = tables.Changes,
            Steering = [.. tables.Steering],
        };
}
