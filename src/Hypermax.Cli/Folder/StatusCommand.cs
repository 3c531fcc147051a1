using System.CommandLine;
using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Search;
using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Summary;
using Hypermax.Usage;

namespace Hypermax.Folder;

/// <summary>The verb <c>hypermax status</c>: where a study stands, and whether somebody searches it.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study." };
        Option<double> wait = new Option<double>("--wait")
        {
            Description = "How many seconds a running search may take to say how many trials it plans and whether it is paused.",
            DefaultValueFactory = _ => 3,
        }.Within(0.1, 3600);
        Option<bool> json = JsonOutput.Option();
        Command command = new("status", "Says where a study stands: trials, best value, pace, guidance, and whether a search runs.") { folder, wait, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            TimeSpan.FromSeconds(parsed.GetValue(wait)),
            parsed.GetValue(json),
            VisibleWriter.Output(parsed.GetValue(json)),
            Console.Error));
        return command;
    }

    internal static int Run(string folder, TimeSpan wait, bool isJson, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        FolderStatus status = FolderStatus.Read(folder, wait);
        if (isJson)
        {
            output.WriteLine(Json(status));
            return ExitCodes.Done;
        }

        foreach ((string name, string value) in Lines(status))
        {
            output.WriteLine($"{name,-10} {value}");
        }

        return ExitCodes.Done;
    });

    /// <summary>Gets the parts of a status for people.</summary>
    internal static IEnumerable<(string Name, string Value)> Lines(FolderStatus status)
    {
        StudyData data = status.Data;
        StudySummary summary = status.Summary;
        yield return ("study", FormattableString.Invariant($"{data.Header.Name}: {data.Header.Method}, {Directions(data)}, seed {data.Header.Seed}"));
        yield return ("search", SearchText(status));
        string planned = status.Search is { } search ? FormattableString.Invariant($" of {search.Planned}") : string.Empty;
        yield return ("trials", FormattableString.Invariant($"{status.Counted}{planned}: {summary.Counts(status.Owner is not null)}"));
        yield return data.HasFront ? ("front", FrontText(data)) : ("best", data.Best is { } best
            ? FormattableString.Invariant($"{data.Direction.FigureName()} {TrialText.Value(best.Value)} (trial {best.Number}): ")
                + TrialText.Point(data.Space, best.Point)
            : data.Complete.Count > 0 ? "none keeps all constraints" : "none is complete yet");
        if (double.IsFinite(status.PerMinute))
        {
            string left = status.Left is { } time ? $", about {TrialText.Time(time)} left" : string.Empty;
            yield return ("pace", FormattableString.Invariant($"{status.PerMinute:0.##} trials a minute lately, {Words.Time(summary.MedianTrial)} each{left}"));
        }

        string[] wishes = [.. GuidanceText(status)];
        if (wishes.Length > 0)
        {
            yield return ("guidance", string.Join("; ", wishes));
        }

        if (data.Failed is [.., var failed])
        {
            yield return ("failure", FormattableString.Invariant(
                $"trial {failed.Number} ({Words.Failure(failed.Outcome?.Failure ?? FailureKind.None)}): {TrialText.FirstLine(failed.Outcome?.Message)}"));
        }
    }

    private static string Directions(StudyData data) => data.HasFront
        ? string.Join(", ", data.Header.Directions.Select((direction, i) => $"{direction.ToWord()} {data.Header.ObjectiveName(i)}"))
        : data.Direction.ToWord();

    private static string FrontText(StudyData data) => data.Best is { } knee
        ? FormattableString.Invariant($"{Counted.Of(data.Front.Count, "trial")}; knee {FigureText.Of(data.Header, knee, "G5")} (trial {knee.Number}): ")
            + TrialText.Point(data.Space, knee.Point)
        : data.Complete.Count > 0 ? "none keeps all constraints" : "none is complete yet";

    /// <summary>Gets what people want of the parameters, in words.</summary>
    internal static IEnumerable<string> GuidanceText(FolderStatus status)
    {
        SearchSpace space = status.Data.Space;
        foreach ((int i, Parameter parameter) in space.Parameters.Index())
        {
            if (status.Wishes.Fixed[i] is double value)
            {
                yield return $"{parameter.Name} locked at {PointJson.ToText(parameter, value)}";
            }
        }

        foreach (ParameterRange range in status.Wishes.Ranges)
        {
            Parameter parameter = space.Parameters[range.Parameter];
            yield return $"{parameter.Name} from {PointJson.ToText(parameter, range.Low)} to {PointJson.ToText(parameter, range.High)}";
        }

        foreach (int scrambled in status.Wishes.Guidance.Scrambled)
        {
            yield return $"{space.Parameters[scrambled].Name} scrambled";
        }

        foreach ((int relearned, int from) in status.Wishes.Guidance.Relearned)
        {
            yield return FormattableString.Invariant($"{space.Parameters[relearned].Name} relearned from trial {from} on");
        }

        foreach (Point point in status.Waiting)
        {
            yield return $"waiting to be tried: {TrialText.Point(space, point)}";
        }
    }

    private static string SearchText(FolderStatus status) => (status.Owner, status.Search) switch
    {
        (null, _) => "none runs",
        ({ } owner, null) => $"{owner}, which {(status.Workers > 1 ? "do" : "does")} not answer",
        ({ } owner, { IsStopping: true }) => $"{owner}, ending after the running trials",
        ({ } owner, { IsPaused: true }) => $"{owner}, paused",
        ({ } owner, _) => owner,
    };

    private static string Json(FolderStatus status) => JsonOutput.Write(writer =>
    {
        StudyData data = status.Data;
        StudySummary summary = status.Summary;
        writer.WriteString("study", data.Header.Name);
        writer.WriteString("method", data.Header.Method);
        writer.WriteString("direction", data.Direction.ToWord());
        writer.WriteNumber("seed", data.Header.Seed);
        WriteSearch(writer, status);
        writer.WriteNumber("finished", status.Counted);
        writer.WriteNumber("complete", summary.Complete);
        if (data.Constraints.Count > 0)
        {
            writer.WriteNumber("infeasible", summary.Infeasible);
        }

        writer.WriteNumber("pruned", summary.Pruned);
        if (summary.Partial > 0)
        {
            writer.WriteNumber("partial", summary.Partial);
        }

        writer.WriteNumber("failed", summary.Failed);
        writer.WriteNumber("running", status.Owner is null ? 0 : summary.Running - summary.Waiting);
        writer.WriteNumber("interrupted", status.Owner is null ? summary.Running : summary.Waiting);
        if (data.HasFront)
        {
            writer.WriteStartArray("front");
            foreach (TrialRecord trial in data.Front)
            {
                writer.WriteNumberValue(trial.Number);
            }

            writer.WriteEndArray();
        }

        if (data.Best is { } best)
        {
            writer.WriteStartObject("best");
            TrialJson.WriteBest(writer, data.Header, best);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("best");
        }

        writer.Number("trialsPerMinute", status.PerMinute);
        writer.Number("secondsLeft", status.Left?.TotalSeconds ?? double.NaN);
        WriteGuidance(writer, status);
    });

    private static void WriteSearch(Utf8JsonWriter writer, FolderStatus status)
    {
        if (status.Owner is null)
        {
            writer.WriteNull("search");
            return;
        }

        writer.WriteStartObject("search");
        writer.WriteString("owner", status.Owner);
        writer.WriteNumber("workers", status.Workers);
        writer.WriteBoolean("answers", status.Search is not null);
        if (status.Search is { } search)
        {
            writer.WriteNumber("process", search.Process);
            writer.WriteNumber("planned", search.Planned);
            writer.WriteBoolean("paused", search.IsPaused);
            writer.WriteBoolean("stopping", search.IsStopping);
        }

        writer.WriteEndObject();
    }

    private static void WriteGuidance(Utf8JsonWriter writer, FolderStatus status)
    {
        SearchSpace space = status.Data.Space;
        writer.WriteStartObject("locked");
        foreach ((int i, Parameter parameter) in space.Parameters.Index())
        {
            if (status.Wishes.Fixed[i] is double value)
            {
                writer.WritePropertyName(parameter.Name);
                PointJson.WriteValue(writer, parameter, value);
            }
        }

        writer.WriteEndObject();
        writer.WriteStartObject("ranges");
        foreach (ParameterRange range in status.Wishes.Ranges)
        {
            writer.WriteStartArray(space.Parameters[range.Parameter].Name);
            writer.WriteNumberValue(range.Low);
            writer.WriteNumberValue(range.High);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("scrambled");
        foreach (int scrambled in status.Wishes.Guidance.Scrambled)
        {
            writer.WriteStringValue(space.Parameters[scrambled].Name);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("relearned");
        foreach ((int relearned, int from) in status.Wishes.Guidance.Relearned)
        {
            writer.WriteNumber(space.Parameters[relearned].Name, from);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("waiting");
        foreach (Point point in status.Waiting)
        {
            PointJson.Write(writer, space, point);
        }

        writer.WriteEndArray();
    }
}
