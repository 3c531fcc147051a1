using System.Globalization;
using System.Text.Json;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Reads what a node says besides its distribution: <c>description</c> and <c>default</c> as in JSON Schema, and <c>unit</c> and <c>ordered</c> of ours.</summary>
internal static class SearchJsonFacts
{
    public static ParameterFacts Read(JsonElement json) => new() { Description = Text(json, "description"), Unit = Text(json, "unit") };

    public static bool IsOrdered(JsonElement json) => json.TryGetProperty("ordered", out JsonElement ordered) && ordered.ValueKind == JsonValueKind.True;

    /// <summary>Gets a default in vector form.</summary>
    /// <exception cref="FormatException">The parameter cannot have the value.</exception>
    public static double Default(Parameter parameter, object value, string path)
    {
        double vector = parameter is CategoricalParameter categorical ? categorical.IndexOf(value)
            : value is long or double ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : double.NaN;
        return parameter.Contains(vector)
            ? vector
            : throw SearchJsonReader.Broken(path, $"has the default {Convert.ToString(value, CultureInfo.InvariantCulture)}", "a default is one of the values", "Correct or remove it.");
    }

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out JsonElement text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } found ? found : null;
}
