using Hypermax.Storage;

namespace Hypermax.AskTell;

/// <summary>A store in which trials wait for whoever asked for them, although the process that handed them out is gone.</summary>
internal sealed class AskedStore(IStudyStore inner) : IStudyStore
{
    public StudyHeader? Header => inner.Header;

    public IReadOnlyList<TrialRecord> Trials => inner.Trials;

    public IReadOnlyList<int> Finished => inner.Finished;

    public IReadOnlyCollection<int> Running => inner.Running;

    public IReadOnlyList<Steering> Steering => inner.Steering;

    public IReadOnlyList<StudyChange> Changes => inner.Changes;

    public IReadOnlyList<int> Orphans => [];

    public IReadOnlyList<string> Recovered => [];

    public string? Folder => inner.Folder;

    public bool IsShared => inner.IsShared;

    public IDisposable Enter() => inner.Enter();

    public void Begin(StudyHeader header) => inner.Begin(header);

    public void Start(TrialRecord trial) => inner.Start(trial);

    public void Report(int number, TrialReport report) => inner.Report(number, report);

    public void Finish(TrialRecord trial) => inner.Finish(trial);

    public void Steer(Steering steering) => inner.Steer(steering);

    public void Change(StudyChange change) => inner.Change(change);

    public void Dispose() => inner.Dispose();
}
