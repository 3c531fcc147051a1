using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.Writing;

/// <summary>How this project writes JSON files: indented, <c>\n</c>, and readable in any language.</summary>
internal static class JsonText
{
    /// <summary>For files that people read and review.</summary>
    public static JsonWriterOptions Indented { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>For one record a line.</summary>
    public static JsonWriterOptions Line { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a number; NaN and infinities, which JSON cannot say, become null.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The key.</param>
    /// <param name="value">The number.</param>
    public static void WriteFinite(this Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes an indented JSON text that ends in a line feed.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="write">Writes the value.</param>
    public static void Write(Stream stream, Action<Utf8JsonWriter> write)
    {
        using (Utf8JsonWriter writer = new(stream, Indented))
        {
            write(writer);
        }

        stream.WriteByte((byte)'\n');
    }
}
