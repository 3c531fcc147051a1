using System.Text.Json;

namespace Hypermax.Worker.Protocol;

/// <summary>Numbers as JSON, with the strings NaN, Infinity and -Infinity for what JSON cannot say.</summary>
internal static class Numbers
{
    public static void Write(Utf8JsonWriter writer, string key, double value)
    {
        writer.WritePropertyName(key);
        Write(writer, value);
    }

    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
