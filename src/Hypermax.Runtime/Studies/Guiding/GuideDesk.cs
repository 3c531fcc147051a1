using System.Diagnostics;

namespace Hypermax.Studies.Guiding;

/// <summary>Answers requests that people leave in the folder of a running search, and obeys word that is for all who search its study.</summary>
/// <remarks>
/// Nothing here ever ends the search: what cannot be read is answered with the reason, or left. Of several processes that share a study one answers, and
/// leaves word for the others; those that begin later need not obey.
/// </remarks>
internal sealed class GuideDesk : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    private readonly Study _study;
    private readonly string? _folder;
    private readonly INotices? _notices;
    private readonly object _lock = new();
    private readonly Timer _timer;
    private long? _heard;
    private long _heardAt;
    private int _planned;
    private bool _isClosed;

    /// <summary>Opens the desk; requests from before are refused, for they were meant for another search.</summary>
    /// <param name="study">The study.</param>
    /// <param name="folder">The folder with the box of requests, or null.</param>
    /// <param name="notices">The word for all who search the study; null where nobody else may.</param>
    public GuideDesk(Study study, string? folder, INotices? notices)
    {
        (_study, _folder, _notices) = (study, folder, notices);
        Try(() =>
        {
            if (folder is not null)
            {
                GuideBox.Tidy(folder);
            }

            Hear();
            Refuse("The search began only after this was asked. Ask again.");
        });
        TimeSpan every = folder is null ? notices!.Every : Every;
        _timer = new Timer(_ => Look(), state: null, every, every);
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
        if (!_study.IsShared && _folder is not null)
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
                Try(HearWhenDue);
                Try(AnswerAll);
            }
        }
        finally
        {
            Monitor.Exit(_lock);
        }
    }

    private void AnswerAll()
    {
        if (_folder is not null)
        {
            GuideBox.AnswerAll(_folder, Answer);
        }
    }

    private GuideAnswer Answer(string text)
    {
        try
        {
            GuideRequest request = GuideRequest.Read(text);
            GuideAnswer answer = Guide.Obey(_study, request);
            if (_notices is null || !IsForOthers(request, answer))
            {
                return answer;
            }

            _notices.Announce(text);
            Hear();
            return request.Action == GuideAction.End
                ? new GuideAnswer(IsDone: true, $"{Guide.Promise(request)} Another process runs it, and is told.")
                : answer with { Text = $"{answer.Text} All who are at work on the study are told." };
        }
        catch (Exception error)
        {
            return new GuideAnswer(IsDone: false, error.Message);
        }
    }

    // In a folder that others see, the request for one of them is put back; they do not see the folder of a study that a store keeps.
    private bool IsForOthers(GuideRequest request, GuideAnswer answer) => request.Action == GuideAction.End
        ? answer.IsForOthers && _notices is not FolderNotices
        : answer.IsDone && GuideAction.IsForEverySearch(request.Action);

    private void HearWhenDue()
    {
        if (_notices is not null && Stopwatch.GetElapsedTime(_heardAt) >= _notices.Every)
        {
            Hear();
        }
    }

    // What this process announced itself is heard once more, so that all end with the last word. What was said before it began was said to others.
    private void Hear()
    {
        if (_notices is null)
        {
            return;
        }

        _heardAt = Stopwatch.GetTimestamp();
        _heard ??= _notices.Last();
        foreach ((long number, string text) in _notices.After(_heard.Value))
        {
            _heard = number;
            Guide.Obey(_study, GuideRequest.Read(text));
        }

        if (_planned != _study.PlannedTrials)
        {
            _notices.Plan(_study.PlannedTrials);
            _planned = _study.PlannedTrials;
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
            // A disk that is full, a folder that may not be written to, a server that is away: whoever asked hears nothing, and says so.
        }
    }
}
