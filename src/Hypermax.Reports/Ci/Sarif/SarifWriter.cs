using System.Text.Json;
using System.Text.RegularExpressions;
using Hypermax.Writing;

namespace Hypermax.Ci.Sarif;

/// <summary>Writes SARIF 2.1.0: one run, a rule for each id, a result for each remark.</summary>
internal static partial class SarifWriter
{
    private const string SourceRoot = "SRCROOT";

    /// <summary>Writes the log.</summary>
    public static void Write(Stream stream, CiResult result, CiPlaces places) => JsonText.Write(stream, writer =>
    {
        IEnumerable<CiRemark> remarks = result.AllRemarks.Select(found => found.Remark);
        CiRemark[] rules = [.. remarks.DistinctBy(remark => remark.Rule, StringComparer.Ordinal).OrderBy(remark => remark.Rule, StringComparer.Ordinal)];
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        WriteTool(writer, result, rules);
        writer.WriteString("columnKind", "utf16CodeUnits");
        WriteResults(writer, result, rules, places);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter writer, CiResult result, CiRemark[] rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "Hypermax");
        writer.WriteString("version", result.Version);
        writer.WriteStartArray("rules");
        foreach (CiRemark rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Rule);
            WriteText(writer, "shortDescription", rule.Title);
            WriteText(writer, "help", $"hypermax explain {rule.Rule}");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter writer, CiResult result, CiRemark[] rules, CiPlaces places)
    {
        CiFingerprints fingerprints = new();
        writer.WriteStartArray("results");
        foreach ((CiStudy? study, CiRemark remark) in result.AllRemarks)
        {
            CiPlace place = places.Of(remark);
            writer.WriteStartObject();
            writer.WriteString("ruleId", remark.Rule);
            writer.WriteNumber("ruleIndex", Array.FindIndex(rules, rule => rule.Rule == remark.Rule));
            writer.WriteString("level", remark.Level switch { CiLevel.Error => "error", CiLevel.Warning => "warning", _ => "note" });
            WriteText(writer, "message", remark.Text);
            WriteLocation(writer, place);
            writer.WriteStartObject("partialFingerprints");
            writer.WriteString("study/v1", fingerprints.Next(study, remark, place));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter writer, CiPlace place)
    {
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(place.File))
        {
            writer.WriteString("uri", new Uri(place.File).AbsoluteUri);
        }
        else
        {
            writer.WriteString("uri", string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString)));
            writer.WriteString("uriBaseId", SourceRoot);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", place.Line);
        writer.WriteNumber("startColumn", place.Column);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    // Two things mean something in a message of SARIF: "[text](target)" is a link, "{0}" a place for an argument.
    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", Placeholder().Replace(CiText.Clean(text).Replace("](", "\\](", StringComparison.Ordinal), "{{${place}}}"));
        writer.WriteEndObject();
    }

    [GeneratedRegex(@"\{(?<place>\d+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
