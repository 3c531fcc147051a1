using System.Text.Json;
using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;

namespace Hypermax.Run;

/// <summary>Reads a space from a file in either of the forms that verbs take.</summary>
internal static class SpaceFile
{
    /// <summary>Reads our JSON form (<c>{"params": […]}</c>) or a Hypermax <c>search.json</c>.</summary>
    /// <exception cref="FormatException">The file is neither.</exception>
    public static SearchSpace Read(string path)
    {
        string text = File.ReadAllText(path);
        try
        {
            using JsonDocument json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("params", out _)
                ? SpaceJson.Read(json.RootElement)
                : SearchJsonReader.Read(text);
        }
        catch (JsonException error)
        {
            throw new FormatException($"'{path}' is not valid JSON: {error.Message}", error);
        }
    }
}
