using System.Text.Json;
using Hypermax.Folder;
using Hypermax.Storage;

namespace Hypermax.Search;

/// <summary>Writes what happens in a search as lines of JSON; see docs/formats/search-lines.md.</summary>
internal static class SearchEvents
{
    public static string Begin(StudyHeader header, string? folder, int? planned, int finished) => JsonOutput.Write(writer =>
    {
        writer.WriteString("event", "begin");
        writer.WriteString("study", header.Name);
        writer.WriteString("folder", folder);
        writer.WriteString("method", header.Method);
        WriteWhole(writer, "planned", planned);
        writer.WriteNumber("finished", finished);
    });

    public static string Trial(StudyHeader header, TrialRecord trial, int finished, int? planned, TimeSpan? left, TrialRecord? best) =>
        JsonOutput.Write(writer =>
        {
            writer.WriteString("event", "trial");
            using (JsonDocument members = JsonDocument.Parse(TrialJson.Of(header, trial)))
            {
                foreach (JsonProperty member in members.RootElement.EnumerateObject())
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteNumber("finished", finished);
            WriteWhole(writer, "planned", planned);
            writer.Number("secondsLeft", left?.TotalSeconds ?? double.NaN);
            WriteBest(writer, header, best);
        });

    /// <summary>Writes the end of a search.</summary>
    /// <param name="header">What the study is; null where it could not be opened, and there is no best then.</param>
    /// <param name="reason">The word for the reason.</param>
    /// <param name="best">The best trial, or null.</param>
    public static string End(StudyHeader? header, string reason, TrialRecord? best) => JsonOutput.Write(writer =>
    {
        writer.WriteString("event", "end");
        writer.WriteString("reason", reason);
        WriteBest(writer, header, best);
    });

    private static void WriteWhole(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is int known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteBest(Utf8JsonWriter writer, StudyHeader? header, TrialRecord? best)
    {
        if (best is null || header is null)
        {
            writer.WriteNull("best");
            return;
        }

        writer.WriteStartObject("best");
        TrialJson.WriteBest(writer, header, best);
        writer.WriteEndObject();
    }
}
