using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hypermax.Config.Faults;

namespace Hypermax.SearchFile;

/// <summary>Writes what is wrong with a configuration for programs; see docs/formats/search-json.md.</summary>
internal static class CheckJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ConfigCheck check, string? trouble, TextWriter output)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Indented))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("valid", check.IsRight && trouble is null);
            writer.WriteStartArray("messages");
            foreach (Fault fault in check.Faults.All)
            {
                Write(writer, fault.IsWarning, fault.Text, fault);
            }

            foreach (string other in trouble is null ? check.Others : [.. check.Others, trouble])
            {
                Write(writer, isWarning: false, other, fault: null);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(Utf8JsonWriter writer, bool isWarning, string text, Fault? fault)
    {
        writer.WriteStartObject();
        writer.WriteString("severity", isWarning ? "warning" : "error");
        if (fault is not null)
        {
            writer.WriteString("file", fault.Place.File);
            writer.WriteNumber("line", fault.Place.Line);
            writer.WriteNumber("column", fault.Place.Column);
            writer.WriteString("path", fault.Path);
            writer.WriteString("value", fault.Value);
        }

        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
