using System.Text.Json;

namespace Hypermax.Settings;

/// <summary>Reads settings from an object of JSON, such as <c>{"trials": 200, "trialSeconds": 60, "methodOptions": {"levels": 5}}</c>.</summary>
internal static class SettingJson
{
    /// <summary>Reads what was given.</summary>
    /// <param name="json">The object.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static SettingSet Read(JsonElement json, Violations violations)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            violations.Add(new Violation("The settings", "must be an object of JSON", json.GetRawText(), "Write for example {\"trials\": 200}."));
            return SettingSet.Empty;
        }

        return SettingReader.Read(SettingSource.Json, json.EnumerateObject().Select(entry => new KeyValuePair<string, string>(entry.Name, Text(entry.Value))), violations);
    }

    // One form of text for all surfaces: lists with blanks between, options as name=value, and null for "none".
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "none",
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => string.Join(' ', value.EnumerateObject().Select(entry => $"{entry.Name}={Text(entry.Value)}")),
        _ => value.GetRawText(),
    };
}
