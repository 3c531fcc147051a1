namespace Hypermax.Storage.InMemory;

/// <summary>Keeps a study in memory; nothing survives the process.</summary>
public sealed class InMemoryStore : IStudyStore
{
    private readonly StudyTables _tables = new();
    private readonly Turn _turn = new();

    /// <inheritdoc/>
    public StudyHeader? Header => _tables.Header;

    /// <inheritdoc/>
    public IReadOnlyList<TrialRecord> Trials => _tables.Trials;

    /// <inheritdoc/>
    public IReadOnlyList<int> Finished => _tables.Finished;

    /// <inheritdoc/>
    public IReadOnlyCollection<int> Running => _tables.Running;

    /// <inheritdoc/>
    public IReadOnlyList<Steering> Steering => _tables.Steering;

    /// <inheritdoc/>
    public IReadOnlyList<StudyChange> Changes => _tables.Changes;

    /// <inheritdoc/>
    public IReadOnlyList<int> Orphans => [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Recovered => [];

    /// <inheritdoc/>
    public string? Folder => null;

    /// <inheritdoc/>
    public IDisposable Enter() => _turn.Take();

    /// <inheritdoc/>
    public void Begin(StudyHeader header) => _tables.Begin(header);

    /// <inheritdoc/>
    public void Start(TrialRecord trial) => _tables.Start(trial);

    /// <inheritdoc/>
    public void Report(int number, TrialReport report)
    {
        // Reports travel with the outcome; only stores that outlive the process keep them on the way.
    }

    /// <inheritdoc/>
    public void Finish(TrialRecord trial) => _tables.Finish(trial);

    /// <inheritdoc/>
    public void Steer(Steering steering) => _tables.Steer(steering);

    /// <inheritdoc/>
    public void Change(StudyChange change) => _tables.Change(change);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing to let go of.
    }
}
