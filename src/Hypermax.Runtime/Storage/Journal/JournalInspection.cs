namespace Hypermax.Storage.Journal;

/// <summary>What a journal holds and which of its records are damaged; reads without owning the folder and changes nothing.</summary>
/// <param name="Header">What the study is, or null when the first record is missing or damaged.</param>
/// <param name="Trials">The trials in the order of their numbers.</param>
/// <param name="Records">How many sound records the file has.</param>
/// <param name="Bytes">How long the file is.</param>
/// <param name="Damaged">The records that are torn or changed.</param>
internal sealed record JournalInspection(StudyHeader? Header, IReadOnlyList<TrialRecord> Trials, int Records, long Bytes, IReadOnlyList<DamagedLine> Damaged)
{
    /// <summary>Reads the journal in a folder.</summary>
    /// <param name="folder">The folder of a study.</param>
    /// <exception cref="FileNotFoundException">The folder has no journal.</exception>
    /// <exception cref="JournalFormatException">The journal is of a newer format, or its first record is lost while others are there.</exception>
    public static JournalInspection Read(string folder)
    {
        string path = Path.Combine(folder, JournalStore.FileName);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"'{folder}' has no {JournalStore.FileName}; a study folder has one. Give the folder of a study.", path);
        }

        StudyTables tables = new();
        JournalReader reader = new(tables, new OwnerWatch(TimeProvider.System, TimeSpan.Zero), path);
        int records = 0;
        string? Apply(ReadOnlyMemory<byte> record, int line)
        {
            records++;
            return reader.Apply(record, line);
        }

        using JournalFile file = new(path, canWrite: false);
        file.ReadNew(Apply);
        file.SettleEnd(Apply);
        return new JournalInspection(tables.Header, tables.Trials, records, new FileInfo(path).Length, file.Damaged);
    }

    /// <summary>Rewrites a journal without what no longer matters: damaged lines, signs of life, lost starts; the old file is archived.</summary>
    /// <param name="folder">The folder of a study.</param>
    /// <returns>The name of the archived journal.</returns>
    /// <exception cref="StudyInUseException">Another process searches the folder.</exception>
    public static string Compact(string folder)
    {
        StudyHeader? header;
        JournalContent content;
        using (JournalStore store = new(folder))
        {
            header = store.Header;
            content = new JournalContent(store.Trials, store.Steering, store.Changes);
        }

        return header is not null
            ? JournalRewriter.Replace(folder, header, content, "compacted")
            : throw new JournalFormatException($"The journal in '{folder}' is empty; there is nothing to compact.");
    }
}
