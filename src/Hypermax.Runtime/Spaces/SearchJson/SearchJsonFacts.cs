using System.Globalization;
using System.Text.Json;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Reads what a node says besides its distribution: <c>description</c> and <c>default</c> as in JSON Schema,
/// and <c>unit</c> and <c>ordered</c> of ours.</summary>
internal static class SearchJsonFacts
{
    public static ParameterFacts Read(JsonElement json, string path) =>
        new() { Description = NonEmpty(json, "description", path), Unit = NonEmpty(json, "unit", path) };

    public static bool IsOrdered(JsonElement json, string path) => json.TryGetProperty("ordered", out JsonElement ordered)
        && (ordered.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null
            ? ordered.ValueKind == JsonValueKind.True
            : throw SearchJsonReader.Broken(path, $"has ordered {ordered.GetRawText()}", "'ordered' is true or false", "Give one of the two.", "ordered"));

    /// <summary>Gets a text, or null when the key is absent or null.</summary>
    public static string? Text(JsonElement json, string key, string path) =>
        !json.TryGetProperty(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw SearchJsonReader.Broken(path, $"has {key} {value.GetRawText()}", $"'{key}' is a text", "Put it in quotes.", key);

    /// <summary>Gets a default in vector form.</summary>
    /// <exception cref="FormatException">The parameter cannot have the value.</exception>
    public static double Default(Parameter parameter, object value, string path)
    {
        double vector = parameter is CategoricalParameter categorical ? categorical.IndexOf(value)
            : value is long or double ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : double.NaN;
        return parameter.Contains(vector)
            ? (parameter is NumericParameter numeric ? numeric.Snap(vector) : vector)
            : throw SearchJsonReader.Broken(
                path, $"has the default {Convert.ToString(value, CultureInfo.InvariantCulture)}", "a default is one of the values", "Correct or remove it.",
                "default");
    }

    private static string? NonEmpty(JsonElement json, string key, string path) => Text(json, key, path) is { Length: > 0 } found ? found : null;
}
