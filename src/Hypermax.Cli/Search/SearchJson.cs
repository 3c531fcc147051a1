using System.Text.Json;
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
        lines.Raw(JsonOutput.Write(writer =>
        {
            writer.WriteString("event", "begin");
            writer.WriteString("study", study.Name);
            writer.WriteString("folder", study.Folder);
            writer.WriteString("method", study.Header.Method);
            writer.WriteNumber("planned", study.PlannedTrials);
            writer.WriteNumber("finished", study.Trials.Count(trial => trial.IsFinished && !trial.IsAdded));
        }));
    }

    public void Add(StudyProgress progress) => lines.Raw(JsonOutput.Write(writer =>
    {
        writer.WriteString("event", "trial");
        using (JsonDocument trial = JsonDocument.Parse(TrialJson.Of(_study!.Header, progress.Trial)))
        {
            foreach (JsonProperty member in trial.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteNumber("finished", progress.Finished);
        writer.WriteNumber("planned", progress.Planned);
        writer.Number("secondsLeft", progress.Remaining?.TotalSeconds ?? double.NaN);
        WriteBest(writer, progress.Best);
    }));

    public void End(StudyResult? result) => lines.Raw(JsonOutput.Write(writer =>
    {
        writer.WriteString("event", "end");
        writer.WriteString("reason", result is null ? "error" : result.Reason.ToString().ToLowerInvariant());
        WriteBest(writer, result?.Best);
    }));

    public void Dispose()
    {
        // The lines belong to whoever made them.
    }

    private void WriteBest(Utf8JsonWriter writer, TrialRecord? best)
    {
        if (best is null)
        {
            writer.WriteNull("best");
            return;
        }

        writer.WriteStartObject("best");
        TrialJson.WriteBest(writer, _study!.Header, best);
        writer.WriteEndObject();
    }
}
