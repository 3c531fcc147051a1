using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>A point in vector form as JSON: numbers, and null for a parameter that does not exist at the point.</summary>
internal static class VectorJson
{
    public static void Write(Utf8JsonWriter writer, string key, ReadOnlySpan<double> vector)
    {
        writer.WriteStartArray(key);
        foreach (double value in vector)
        {
            if (double.IsNaN(value))
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteNumberValue(value);
            }
        }

        writer.WriteEndArray();
    }
}
