using Hypermax.Build.Protocol;
using Hypermax.Folder;

namespace Hypermax.Search;

/// <summary>Tells a search as JSON lines, for programs: its beginning, every trial, what is said, and its end; see docs/formats/search-lines.md.</summary>
internal sealed class SearchJson(SearchLines lines) : ISearchObserver
{
    private Study? _study;

    /// <summary>Writes a line of the search as JSON; null for those that trials tell better.</summary>
    public static string? Message(CoordinatorLine line) => line.Kind == LineKind.Progress ? null : JsonOutput.Write(writer =>
    {
        writer.WriteString("event", "message");
        writer.WriteString("kind", line.Kind.ToString().ToLowerInvariant());
        if (line.Code.StartsWith("HMX", StringComparison.Ordinal))
        {
            writer.WriteString("code", line.Code);
        }

        writer.WriteString("text", line.Text);
        if (line.File.Length > 0)
        {
            writer.WriteString("file", line.File);
            writer.WriteNumber("line", line.Line);
            writer.WriteNumber("column", line.Column);
        }
    });

    public void Begin(SearchTask task, Study study, RunningTrials running)
    {
        _study = study;
        lines.Raw(SearchEvents.Begin(
            study.Header, study.Folder, study.PlannedTrials, study.Trials.Count(trial => trial.IsFinished && !trial.IsAdded)));
    }

    public void Add(StudyProgress progress) => lines.Raw(
        SearchEvents.Trial(_study!.Header, progress.Trial, progress.Finished, progress.Planned, progress.Remaining, progress.Best));

    public void End(StudyResult? result) => lines.Raw(
        SearchEvents.End(_study?.Header, result is null ? "error" : result.Reason.ToString().ToLowerInvariant(), result?.Best));

    public void Dispose()
    {
        // The lines belong to whoever made them.
    }
}
