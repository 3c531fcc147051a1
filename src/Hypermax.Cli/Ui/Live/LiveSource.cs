using System.Diagnostics;
using Hypermax.Analysis;
using Hypermax.Execution;
using Hypermax.Execution.Usages;
using Hypermax.Folder;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Search;
using Hypermax.Studies.Guiding;

namespace Hypermax.Ui.Live;

/// <summary>The facts of a search that runs in this process.</summary>
/// <param name="study">Its study.</param>
/// <param name="running">Knows which trials run.</param>
/// <param name="messages">What was said so far.</param>
/// <param name="ended">Tells what ended it, or null while it runs.</param>
internal sealed class LiveSource(Study study, RunningTrials running, Func<IReadOnlyList<string>> messages, Func<string?> ended) : IUiSource
{
    private const int LogLines = 30;

    private readonly ModelCache _cache = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly SystemMeter _system = new();
    private UiModel? _last;

    public string Folder => study.Folder!;

    public UiModel Read()
    {
        (StudyData data, StudyAnalysis analysis) = _cache.Of(study.Header, study.Trials);
        bool isOver = ended() is not null;
        return _last = new UiModel
        {
            Data = data,
            Analysis = analysis,
            Planned = study.PlannedTrials,
            IsPaused = study.IsPaused,
            IsStopping = study.IsStopping,
            Elapsed = isOver && _last is not null ? _last.Elapsed : Stopwatch.GetElapsedTime(_started),
            Running = isOver ? [] : Running(),
            System = _system.Measure(),
            Wishes = study.Wishes,
            Messages = messages(),
            Ended = ended(),
            LogOf = (trial, lines) => TrialLogFile.Tail(Folder, TrialPaths.Log(trial), lines),
        };
    }

    public GuideAnswer Guide(GuideRequest request) => ended() is null
        ? Studies.Guiding.Guide.Obey(study, request)
        : new GuideAnswer(IsDone: false, "The search has ended; run it again to go on.");

    private RunningTrial[] Running()
    {
        IReadOnlyDictionary<int, RunningUsage> usages = UsageDesk.Shared.Of(Folder);
        return
        [
            .. running.Now.Select(trial => new RunningTrial(
                trial.Job.Number,
                trial.Job.Point,
                trial.Elapsed,
                usages.TryGetValue(trial.Job.Number, out RunningUsage usage) ? usage : null,
                TrialLogFile.Tail(Folder, TrialPaths.Log(trial.Job.Number), LogLines)?.Split('\n') ?? [])),
        ];
    }
}
