using System.Text.RegularExpressions;
using Hypermax.Build.Protocol;
using Hypermax.Ci;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Tune;

/// <summary>Collects what the searches of a project say, and writes it where continuous integration shows it.</summary>
internal sealed partial class CiReport
{
    private const string StaleRule = "HMX2001";

    private readonly TuneArguments _arguments;
    private readonly SearchLines _lines;
    private readonly TimeProvider _clock;
    private readonly CiEnvironment _environment;
    private readonly CiFormat[] _formats;
    private readonly string _folder;
    private readonly DateTimeOffset _started;
    private readonly Lock _lock = new();
    private readonly List<CiStudy> _studies = [];
    private readonly List<CiRemark> _others = [];
    private List<CiRemark> _remarks;
    private CiStudy? _study;

    /// <summary>Begins to listen.</summary>
    /// <param name="arguments">The project.</param>
    /// <param name="lines">What is said, and where to say what the server reads.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="variable">Gets an environment variable, or null.</param>
    public CiReport(TuneArguments arguments, SearchLines lines, TimeProvider clock, Func<string, string?> variable)
    {
        _arguments = arguments;
        _lines = lines;
        _clock = clock;
        _environment = CiEnvironment.Read(variable, arguments.ProjectFolder);
        _formats = [.. CiServer.FormatsOf(arguments.Settings, variable).Select(name => Enum.Parse<CiFormat>(name, ignoreCase: true))];
        // Each stage of searches that build on each other is a run of its own, and must not write over the others.
        _folder = Path.Combine(arguments.Output, "ci", arguments.Stage == 0 ? string.Empty : FormattableString.Invariant($"stage{arguments.Stage}"));
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
        string report = Path.GetRelativePath(_arguments.ProjectFolder, Path.Combine(study.Folder!, "report.html")).Replace('\\', '/');
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
        if (_formats.Length == 0 || _studies.Count + _others.Count == 0 || _arguments.Settings.Value(BuildSettings.Repeat) is not null)
        {
            return;
        }

        _lines.Heard = null;
        CiOutcome outcome = CiWriter.Write(Result(), _formats, _folder, _environment);
        foreach (string file in outcome.Written)
        {
            _lines.Detail($"written for continuous integration: {file}");
        }

        foreach (ReportFailure failure in outcome.Failures)
        {
            _lines.Say(
                BuildRules.CiIncomplete,
                $"'{failure.Part}' was not written for continuous integration: {TrialText.FirstLine(failure.Reason)} "
                + "Nothing else suffers from it. Correct the path, or switch this off with -p:HypertuneCi=none.");
        }

        foreach (string command in outcome.Commands)
        {
            _lines.Once(command);
        }
    }

    private CiResult Result() => new()
    {
        Project = _arguments.ProjectName,
        ProjectFile = _arguments.Project,
        Version = typeof(CiResult).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
        Started = _started,
        Duration = _clock.GetUtcNow() - _started,
        Studies = _studies,
        Remarks = _others,
    };

    private void Hear(BuildRule rule, string text, SourcePosition? position)
    {
        CiLevel level = rule.Severity switch { LineKind.Error => CiLevel.Error, LineKind.Warning => CiLevel.Warning, _ => CiLevel.Note };
        lock (_lock)
        {
            _remarks.Add(new CiRemark(level, rule.Id, Plain(rule.Title), text, position));
        }
    }

    // Titles are written for the guide.
    private static string Plain(string title)
    {
        string plain = Link().Replace(title, "${words}").Replace("`", string.Empty, StringComparison.Ordinal);
        return char.ToUpperInvariant(plain[0]) + plain[1..];
    }

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\([^)]*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
