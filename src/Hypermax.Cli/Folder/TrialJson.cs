using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hypermax.Export;
using Hypermax.Results;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.Folder;

/// <summary>Trials as JSON for programs: the members of docs/formats/trial-lines.md.</summary>
internal static class TrialJson
{
    private static readonly JsonSerializerOptions Line = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes what is known of a trial as one line.</summary>
    public static string Of(StudyHeader header, TrialRecord trial)
    {
        using MemoryStream stream = new();
        TrialLinesWriter.Write(stream, header, [trial]);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length).TrimEnd('\n');
    }

    /// <summary>Writes a trial whole: with its parameters in nested form, why it was proposed, and its log.</summary>
    public static string Whole(StudyHeader header, TrialRecord trial, string? log)
    {
        JsonObject json = JsonNode.Parse(Of(header, trial))!.AsObject();
        json["parameters"] = JsonNode.Parse(NestedPointJson.Write(header.Space, trial.Point));
        if (trial.Insight?.Note is { } note)
        {
            json["note"] = note;
        }

        if (log is not null)
        {
            json["logText"] = log;
        }

        return json.ToJsonString(Line);
    }

    /// <summary>Writes the members that say which trial is best.</summary>
    public static void WriteBest(Utf8JsonWriter writer, StudyHeader header, TrialRecord trial)
    {
        writer.WriteNumber("trial", trial.Number);
        if (header.Directions.Count > 1)
        {
            FigureJson.WriteValues(writer, header, trial);
        }
        else
        {
            writer.Number(header.Directions[0].FigureName(), trial.Value);
        }

        FigureJson.WriteConstraints(writer, trial);
        writer.WritePropertyName("parameters");
        NestedPointJson.Write(writer, header.Space, trial.Point);
    }
}
