using System.Text.Json;
using Hypermax.Fronts.Choosing;
using Hypermax.Reports;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Writing;

namespace Hypermax.Results;

/// <summary>Writes <c>front.json</c>: the trials that no other beats in all objectives, with knee and ends; see docs/formats/front-json.md.</summary>
internal static class FrontJsonWriter
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "front.json";

    /// <summary>Writes the front.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="data">A study with several objectives.</param>
    /// <param name="chosen">The trial that became the tuned values, or null for none.</param>
    public static void Write(Stream stream, StudyData data, ChosenTrial? chosen) => JsonText.Write(stream, writer =>
    {
        StudyHeader header = data.Header;
        writer.WriteStartObject();
        writer.WriteStartArray("objectives");
        for (int i = 0; i < header.Directions.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("name", header.ObjectiveName(i));
            writer.WriteString("direction", header.Directions[i].ToWord());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteNumber(writer, FrontChoice.Knee, data.Best);
        writer.WriteStartObject("ends");
        for (int i = 0; i < header.Directions.Count && data.Front.Count > 0; i++)
        {
            writer.WriteNumber(header.ObjectiveName(i), EndOf(data, i).Number);
        }

        writer.WriteEndObject();
        WriteNumber(writer, "chosen", chosen?.Trial);
        if (chosen is not null)
        {
            writer.WriteString("choice", chosen.Choice);
        }

        writer.WriteStartArray("trials");
        foreach (TrialRecord trial in data.Front.OrderBy(trial => data.Direction.ToLoss(trial.Value)).ThenBy(trial => trial.Number))
        {
            WriteTrial(writer, header, trial);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static TrialRecord EndOf(StudyData data, int objective) =>
        data.Front.MinBy(trial => data.Header.Directions[objective].ToLoss(trial.Values[objective]))!;

    private static void WriteTrial(Utf8JsonWriter writer, StudyHeader header, TrialRecord trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("trial", trial.Number);
        FigureJson.WriteValues(writer, header, trial);
        FigureJson.WriteConstraints(writer, trial);
        writer.WriteNumber("time", trial.Duration.TotalSeconds);
        BestJsonWriter.WriteMetrics(writer, trial.Outcome);
        writer.WritePropertyName("parameters");
        NestedPointJson.Write(writer, header.Space, trial.Point);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, TrialRecord? trial)
    {
        if (trial is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteNumber(name, trial.Number);
        }
    }
}
