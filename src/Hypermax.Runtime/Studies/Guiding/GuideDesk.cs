namespace Hypermax.Studies.Guiding;

/// <summary>Answers requests that people leave in the folder of a running search.</summary>
/// <remarks>Nothing here ever ends the search: what cannot be read is answered with the reason, or left.</remarks>
internal sealed class GuideDesk : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private readonly Study _study;
    private readonly string _folder;
    private readonly object _lock = new();
    private readonly Timer _timer;
    private bool _isClosed;

    /// <summary>Opens the desk; requests from before are refused, for they were meant for another search.</summary>
    public GuideDesk(Study study, string folder)
    {
        (_study, _folder) = (study, folder);
        Try(() =>
        {
            GuideBox.Tidy(folder);
            GuideBox.AnswerAll(folder, _ => new GuideAnswer(IsDone: false, "The search began only after this was asked. Ask again."));
        });
        _timer = new Timer(_ => Look(), state: null, Every, Every);
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isClosed = true;
            Try(() => GuideBox.AnswerAll(_folder, _ => new GuideAnswer(IsDone: false, "The search has just ended. Ask again.")));
        }
    }

    // A look that takes longer than until the next is not overtaken by it.
    private void Look()
    {
        if (!Monitor.TryEnter(_lock))
        {
            return;
        }

        try
        {
            if (!_isClosed)
            {
                Try(() => GuideBox.AnswerAll(_folder, Answer));
            }
        }
        finally
        {
            Monitor.Exit(_lock);
        }
    }

    private GuideAnswer Answer(string text)
    {
        try
        {
            return Guide.Obey(_study, GuideRequest.Read(text));
        }
        catch (Exception error)
        {
            return new GuideAnswer(IsDone: false, error.Message);
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A disk that is full or a folder that may not be written to: whoever asked hears nothing, and says so.
        }
    }
}
