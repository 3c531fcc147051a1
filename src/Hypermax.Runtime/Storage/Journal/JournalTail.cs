namespace Hypermax.Storage.Journal;

/// <summary>Follows a journal that others write: each look reads what was added since the last one, and never takes the folder's lock.</summary>
/// <remarks>Half a line at the end is one that is being written just now; it is read when it is whole. Not safe to use from several threads at once.</remarks>
internal sealed class JournalTail : IDisposable
{
    private readonly JournalFile _file;
    private readonly StudyTables _tables = new();
    private readonly JournalReader _reader;
    private readonly string _path;
    private long _records;

    /// <summary>Opens the journal of a folder; nothing is read yet.</summary>
    /// <param name="folder">The folder of a study.</param>
    /// <exception cref="IOException">The folder has no journal, or it cannot be opened.</exception>
    public JournalTail(string folder)
    {
        _path = Path.Combine(folder, JournalStore.FileName);
        _file = new JournalFile(_path, canWrite: false);
        _reader = new JournalReader(_tables, new OwnerWatch(TimeProvider.System, TimeSpan.FromSeconds(90)), _path);
    }

    /// <summary>Gets what was read so far; changes with every look.</summary>
    public StudyTables Tables => _tables;

    /// <summary>Gets how many records are damaged; they were passed over.</summary>
    public int Damaged => _file.Damaged.Count;

    /// <summary>Gets the intermediate values of a trial that has not ended.</summary>
    /// <param name="number">The number of the trial.</param>
    public IReadOnlyList<TrialReport> ReportsOf(int number) => _reader.ReportsSoFar(number);

    /// <summary>Gets the process that runs a trial, or did until it was killed, by its name in records; null when the trial does not run.</summary>
    /// <param name="number">The number of the trial.</param>
    public string? OwnerOf(int number) => _reader.OwnerOf(number);

    /// <summary>Reads what was added.</summary>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="JournalLostException">The file was cut, deleted or replaced by another.</exception>
    /// <exception cref="JournalFormatException">The journal is of a newer format, or its first record is lost, or it is no journal.</exception>
    public bool ReadNew()
    {
        long before = _records;
        _file.RequireNamed();
        _file.ReadNew(Apply);
        JournalReader.RequireHeader(_file, _tables);
        return _records != before;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private string? Apply(ReadOnlyMemory<byte> record, int line)
    {
        _records++;
        return _reader.Apply(record, line);
    }
}
