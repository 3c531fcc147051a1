using System.Text.Json;
using System.Text.Json.Nodes;
using Hypermax.Settings;

namespace Hypermax.Run;

/// <summary>The object <c>settings</c> that may stand in the file of a space, beside <c>params</c> or <c>hyperparameters</c>.</summary>
internal static class FileSettings
{
    private const string Key = "settings";
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads the settings of a file; none where it has no such object.</summary>
    /// <param name="path">The file.</param>
    /// <param name="violations">Takes what is wrong.</param>
    /// <exception cref="FormatException">The file is not valid JSON.</exception>
    public static SettingSet Read(string path, Violations violations)
    {
        using JsonDocument document = Parse(path, File.ReadAllText(path));
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(Key, out JsonElement settings)
            ? SettingJson.Read(settings, violations).Located(Path.GetDirectoryName(Path.GetFullPath(path))!)
            : SettingSet.Empty;
    }

    /// <summary>Reads what is left of a file without its settings: a space alone.</summary>
    /// <exception cref="FormatException">The file is not valid JSON.</exception>
    public static string ReadSpace(string path)
    {
        string text = File.ReadAllText(path);
        using JsonDocument document = Parse(path, text);
        if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty(Key, out _))
        {
            return text;
        }

        JsonObject root = JsonNode.Parse(text, documentOptions: Lenient)!.AsObject();
        root.Remove(Key);
        return root.ToJsonString();
    }

    private static JsonDocument Parse(string path, string text)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException error)
        {
            throw new FormatException($"'{path}': The search space is not valid JSON: {error.Message}", error);
        }
    }
}
