using System.Globalization;
using System.Text.Json;

namespace Hypermax.Trials.Json;

/// <summary>Numbers in JSON; NaN and infinities, which JSON lacks, stand as text.</summary>
internal static class NumberJson
{
    public static void Write(Utf8JsonWriter writer, string key, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(key, value);
        }
        else
        {
            writer.WriteString(key, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static double Read(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Number
        ? json.GetDouble()
        : double.Parse(json.GetString() ?? "NaN", CultureInfo.InvariantCulture);

    public static double Read(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : double.Parse(value.GetString() ?? "NaN", CultureInfo.InvariantCulture);
}
