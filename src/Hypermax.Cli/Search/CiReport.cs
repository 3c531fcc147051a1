using Hypermax.Build.Protocol;
using Hypermax.Ci;
using Hypermax.Reports;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>Collects what the searches of a project or program say, and writes it where continuous integration shows it.</summary>
internal sealed class CiReport
{
    private const string StaleRule = "HMX2001";

    private readonly CiSubject _subject;
    private readonly SearchLines _lines;
    private readonly TimeProvider _clock;
    private readonly CiEnvironment _environment;
    private readonly CiFormat[] _formats;
    private readonly DateTimeOffset _started;
    private readonly Lock _lock = new();
    private readonly List<CiStudy> _studies = [];
    private readonly List<CiRemark> _others = [];
    private List<CiRemark> _remarks;
    private CiStudy? _study;

    /// <summary>Begins to listen.</summary>
    /// <param name="subject">The project or program.</param>
    /// <param name="lines">What is said, and where to say what the server reads.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="variable">Gets an environment variable, or null.</param>
    public CiReport(CiSubject subject, SearchLines lines, TimeProvider clock, Func<string, string?> variable)
    {
        _subject = subject;
        _lines = lines;
        _clock = clock;
        _environment = CiEnvironment.Read(variable, subject.Folder);
        _formats = [.. CiServer.FormatsOf(subject.Settings, variable).Select(name => Enum.Parse<CiFormat>(name, ignoreCase: true))];
        _started = clock.GetUtcNow();
        _remarks = _others;
        lines.Heard = Hear;
    }

    /// <summary>Begins a study: what is said from now on is about it.</summary>
    /// <param name="task">The search.</param>
    public void Begin(SearchTask task)
    {
        TunedFacts tuned = TunedFacts.Read(task.TunedFile, task.Space);
        lock (_lock)
        {
            _remarks = [];
            _study = new CiStudy { Name = task.Name, Position = task.PositionOf(), Recorded = double.IsNaN(tuned.Value) ? null : tuned.Value };
            if (tuned.Misfit is { } misfit)
            {
                string text = $"The tuned file of '{task.Name}' does not fit its search space: {misfit} Commit the one that this search writes.";
                _remarks.Add(new CiRemark(CiLevel.Warning, StaleRule, "A tuned file fits its search space", text, task.PositionOf()));
            }
        }
    }

    /// <summary>Takes what the search of the study found.</summary>
    /// <param name="study">The study.</param>
    /// <param name="result">What was found.</param>
    public void Take(Study study, StudyResult result)
    {
        string report = Path.GetRelativePath(_subject.Folder, Path.Combine(study.Folder!, "report.html")).Replace('\\', '/');
        lock (_lock)
        {
            _study = CiStudy.Of(study.Header, result.Trials, _study!.Position) with { Recorded = _study.Recorded, Report = report };
        }
    }

    /// <summary>Ends the study.</summary>
    public void End()
    {
        lock (_lock)
        {
            _studies.Add(_study! with { Remarks = [.. _remarks] });
            _remarks = _others;
        }
    }

    /// <summary>Writes everything, if somebody wants it; what cannot be written is a warning. Repeating a trial is no search.</summary>
    public void Write()
    {
        if (_formats.Length == 0 || _studies.Count + _others.Count == 0 || _subject.Settings.Value(BuildSettings.Repeat) is not null)
        {
            return;
        }

        _lines.Heard = null;
        CiOutcome outcome = CiWriter.Write(Result(), _formats, _subject.Output, _environment);
        foreach (string file in outcome.Written)
        {
            _lines.Detail($"written for continuous integration: {file}");
        }

        foreach (ReportFailure failure in outcome.Failures)
        {
            _lines.Say(
                BuildRules.CiIncomplete,
                $"'{failure.Part}' was not written for continuous integration: {TrialText.FirstLine(failure.Reason)} "
                + "Nothing else suffers from it. Correct the path, or switch this off with HypertuneCi=none.");
        }

        foreach (string command in outcome.Commands)
        {
            _lines.Once(command);
        }
    }

    private CiResult Result() => new()
    {
        Project = _subject.Name,
        ProjectFile = _subject.File,
        Version = typeof(CiResult).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
        Started = _started,
        Duration = _clock.GetUtcNow() - _started,
        Studies = _studies,
        Remarks = _others,
    };

    private void Hear(BuildRule rule, string text, SourcePosition? position)
    {
        lock (_lock)
        {
            _remarks.Add(RuleRemark.Of(rule, text, position));
        }
    }
}
