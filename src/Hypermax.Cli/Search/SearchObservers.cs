namespace Hypermax.Search;

/// <summary>Tells all who follow a search, one after the other; one that fails is told no more, and the search goes on.</summary>
internal sealed class SearchObservers(IReadOnlyList<ISearchObserver> observers, SearchLines lines) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ISearchObserver> _observers = [.. observers];

    public void Begin(SearchTask task, Study study, RunningTrials running) => Tell(observer => observer.Begin(task, study, running));

    public void Add(StudyProgress progress) => Tell(observer => observer.Add(progress));

    public void End(StudyResult? result) => Tell(observer => observer.End(result));

    public void Dispose() => Tell(observer => observer.Dispose());

    private void Tell(Action<ISearchObserver> tell)
    {
        lock (_lock)
        {
            _observers.RemoveAll(observer => !Try(observer, tell));
        }
    }

    private bool Try(ISearchObserver observer, Action<ISearchObserver> tell)
    {
        try
        {
            tell(observer);
            return true;
        }
        catch (Exception error)
        {
            lines.Once($"{observer.GetType().Name} stopped: {TrialText.FirstLine(error.Message)} The search goes on without it.");
            return false;
        }
    }
}
