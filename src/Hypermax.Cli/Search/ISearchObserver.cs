namespace Hypermax.Search;

/// <summary>Follows a search while it runs: a screen, or a file that says what is running.</summary>
/// <remarks>All members may be called from different threads, never two at once; what they throw does not reach the search.</remarks>
internal interface ISearchObserver : IDisposable
{
    /// <summary>Takes note of a search whose study is open, before its first trial.</summary>
    /// <param name="task">The search.</param>
    /// <param name="study">Its study, which others steer through.</param>
    /// <param name="running">Knows at any moment which trials run, and for how long.</param>
    void Begin(SearchTask task, Study study, RunningTrials running);

    /// <summary>Takes note of a finished trial.</summary>
    void Add(StudyProgress progress);

    /// <summary>Takes note of the end, before the report is written.</summary>
    /// <param name="result">What the search found, or null when it could not go on.</param>
    void End(StudyResult? result);
}
