using System.Diagnostics;
using Hypermax.Analysis;
using Hypermax.Execution;
using Hypermax.Execution.Usages;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Storage.Journal;
using Hypermax.Stores;
using Hypermax.Studies;
using Hypermax.Studies.Guiding;

namespace Hypermax.Ui.Live;

/// <summary>The facts of a study's folder, whether its search runs in another process or has ended.</summary>
internal sealed class FolderSource(string folder) : IUiSource
{
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan BetweenStatuses = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StatusWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GuideWait = TimeSpan.FromSeconds(5);

    private readonly ModelCache _cache = new();
    private readonly SystemMeter _system = new();
    private readonly UsageReader _usages = new(folder, TimeProvider.System);
    private IReadOnlyDictionary<int, RunningUsage> _elsewhere = new Dictionary<int, RunningUsage>();
    private JournalSnapshot? _study;
    private (long Length, DateTime Written) _readOf;
    private GuideStatus? _status;
    private string? _owner;
    private long _read;
    private long _asked;

    public string Folder => folder;

    public UiModel Read()
    {
        Refresh();
        JournalSnapshot study = _study!;
        (StudyData data, StudyAnalysis analysis) = _cache.Of(study.Header!, study.Trials);
        IReadOnlyDictionary<int, RunningUsage> usages = _usages.Read();
        return new UiModel
        {
            Data = data,
            Analysis = analysis,
            Planned = _status?.Planned ?? 0,
            IsPaused = _status?.IsPaused == true,
            IsStopping = _status?.IsStopping == true,
            Running =
            [
                .. study.Trials.Where(trial => !trial.IsFinished && _owner is not null).Select(trial => new RunningTrial(
                    trial.Number,
                    trial.Point,
                    TimeProvider.System.GetUtcNow() - trial.Started,
                    usages.TryGetValue(trial.Number, out RunningUsage usage) || _elsewhere.TryGetValue(trial.Number, out usage) ? usage : null,
                    TrialLogFile.Tail(folder, TrialPaths.Log(trial.Number), 30)?.Split('\n') ?? [])),
            ],
            System = _system.Measure(),
            Wishes = ParameterWishes.Of(study.Steering),
            Messages = _owner is null ? [] : [$"The search of {_owner}."],
            Ended = _owner is null ? "no search runs" : null,
            LogOf = (trial, lines) => TrialLogFile.Tail(folder, TrialPaths.Log(trial), lines),
        };
    }

    public GuideAnswer Guide(GuideRequest request)
    {
        GuideAnswer answer = StudyGuide.Ask(folder, request, GuideWait).Answer;
        (_status, _read, _asked) = (answer.Status ?? _status, 0, 0);
        return answer;
    }

    private void Refresh()
    {
        if (!IsDue(_read, BetweenReads))
        {
            return;
        }

        StoreMark? mark = StoreMark.Read(folder);
        bool asks = IsDue(_asked, BetweenStatuses);
        if (mark is not null && !asks)
        {
            return;
        }

        FileInfo journal = new(Path.Combine(folder, JournalStore.FileName));
        (long, DateTime) now = journal.Exists ? (journal.Length, journal.LastWriteTimeUtc) : default;
        if (_study is null || now != _readOf || mark is not null)
        {
            (_study, _readOf) = (Folders.Read(folder), now);
        }

        if (asks)
        {
            _owner = mark is null ? FolderLock.OwnerOf(folder) : mark.Searchers(mark.Workers());
            _elsewhere = mark?.Usages() ?? _elsewhere;
            _status = _owner is null ? null : StudyGuide.Ask(folder, new GuideRequest(GuideAction.Status), StatusWait).Answer.Status ?? _status;
            _asked = Stopwatch.GetTimestamp();
        }

        _read = Stopwatch.GetTimestamp();
    }

    private static bool IsDue(long last, TimeSpan between) => last == 0 || Stopwatch.GetElapsedTime(last) >= between;
}
