using Hypermax.Storage;
using Hypermax.Storage.InMemory;

namespace Hypermax.Conformance.Tests.Storage;

/// <summary>The store in memory with one fault.</summary>
internal sealed class FaultyStore : IStudyStore
{
    private readonly InMemoryStore _good = new();

    public IReadOnlyList<string> Recovered { get; init; } = [];

    public IReadOnlyList<int> Orphans { get; init; } = [];

    public Func<IReadOnlyList<TrialRecord>, IReadOnlyList<TrialRecord>> ShowsTrials { get; init; } = trials => trials;

    public Func<IReadOnlyList<int>, IReadOnlyList<int>> ShowsFinished { get; init; } = finished => finished;

    public Func<IReadOnlyCollection<int>, IReadOnlyCollection<int>> ShowsRunning { get; init; } = running => running;

    public Func<IReadOnlyList<Steering>, IReadOnlyList<Steering>> ShowsSteering { get; init; } = steering => steering;

    public Func<StudyHeader?, StudyHeader?> ShowsHeader { get; init; } = header => header;

    public Action<InMemoryStore, StudyHeader> Begins { get; init; } = (store, header) => store.Begin(header);

    public Action<InMemoryStore, TrialRecord> Starts { get; init; } = (store, trial) => store.Start(trial);

    public Action<InMemoryStore, int> Reports { get; init; } = (store, number) => store.Report(number, default);

    public Func<InMemoryStore, IDisposable> Enters { get; init; } = store => store.Enter();

    public StudyHeader? Header => ShowsHeader(_good.Header);

    public IReadOnlyList<TrialRecord> Trials => ShowsTrials(_good.Trials);

    public IReadOnlyList<int> Finished => ShowsFinished(_good.Finished);

    public IReadOnlyCollection<int> Running => ShowsRunning(_good.Running);

    public IReadOnlyList<Steering> Steering => ShowsSteering(_good.Steering);

    public IReadOnlyList<StudyChange> Changes => _good.Changes;

    public string? Folder => null;

    public IDisposable Enter() => Enters(_good);

    public void Begin(StudyHeader header) => Begins(_good, header);

    public void Start(TrialRecord trial) => Starts(_good, trial);

    public void Report(int number, TrialReport report) => Reports(_good, number);

    public void Finish(TrialRecord trial) => _good.Finish(trial);

    public void Steer(Steering steering) => _good.Steer(steering);

    public void Change(StudyChange change) => _good.Change(change);

    public void Dispose() => _good.Dispose();
}
