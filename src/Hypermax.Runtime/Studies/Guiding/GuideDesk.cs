namespace Hypermax.Studies.Guiding;

/// <summary>Answers requests that people leave in the folder of a running search.</summary>
/// <remarks>
/// Nothing here ever ends the search: what cannot be read is answered with the reason, or left. Of several processes that share a study one answers, and
/// leaves word for the others; those that begin later need not obey.
/// </remarks>
internal sealed class GuideDesk : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private readonly Study _study;
    private readonly string _folder;
    private readonly object _lock = new();
    private readonly Timer _timer;
    private int _heard;
    private bool _isClosed;

    /// <summary>Opens the desk; requests from before are refused, for they were meant for another search.</summary>
    public GuideDesk(Study study, string folder)
    {
        (_study, _folder) = (study, folder);
        Try(() =>
        {
            GuideBox.Tidy(folder);
            _heard = GuideBox.LastNotice(folder);
            Refuse("The search began only after this was asked. Ask again.");
        });
        _timer = new Timer(_ => Look(), state: null, Every, Every);
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isClosed = true;
            Try(() => Refuse("The search has just ended. Ask again."));
        }
    }

    // Where others share the study, a request may be meant for them.
    private void Refuse(string reason)
    {
        if (!_study.IsShared)
        {
            GuideBox.AnswerAll(_folder, _ => new GuideAnswer(IsDone: false, reason));
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
                Try(Hear);
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
            GuideRequest request = GuideRequest.Read(text);
            GuideAnswer answer = Guide.Obey(_study, request);
            if (!answer.IsDone || !_study.IsShared || !GuideAction.IsForEverySearch(request.Action))
            {
                return answer;
            }

            GuideBox.Announce(_folder, text);
            Hear();
            return answer with { Text = $"{answer.Text} All who are at work on the study are told." };
        }
        catch (Exception error)
        {
            return new GuideAnswer(IsDone: false, error.Message);
        }
    }

    // What this process announced itself is heard once more, so that all end with the last word.
    private void Hear()
    {
        if (!_study.IsShared)
        {
            return;
        }

        foreach ((int number, string text) in GuideBox.NoticesAfter(_folder, _heard))
        {
            _heard = number;
            Guide.Obey(_study, GuideRequest.Read(text));
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            // A disk that is full or a folder that may not be written to: whoever asked hears nothing, and says so.
        }
    }
}
