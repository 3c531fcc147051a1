using System.Text.Json;

namespace Hypermax.Worker.Protocol;

/// <summary>Numbers as JSON, with the strings NaN, Infinity and -Infinity for what JSON cannot say.</summary>
internal static class Numbers
{
    public static void Write(Utf8JsonWriter writer, string key, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(key, value);
        }
        else
        {
            writer.WriteString(key, double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
