using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Results;

/// <summary>Writes single values of parameters as JSON.</summary>
internal static class PointValue
{
    /// <summary>Writes a value in its external form.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value in vector form; not NaN.</param>
    public static void Write(Utf8JsonWriter writer, Parameter parameter, double value)
    {
        switch (PointJson.ToExternal(parameter, value))
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
        }
    }
}
