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

        return SettingReader.Read(
            SettingSource.Json, json.EnumerateObject().Select(entry => new KeyValuePair<string, string>(entry.Name, Text(entry.Value))), violations);
    }

    /// <summary>Reads an object of options; objects within it become names with dots: <c>{"levels": {"rate": 7}}</c> is <c>levels.rate</c>.</summary>
    public static IReadOnlyDictionary<string, string> Flatten(JsonElement json)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        foreach (JsonProperty entry in json.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.Object)
            {
                foreach ((string name, string text) in Flatten(entry.Value))
                {
                    options[$"{entry.Name}.{name}"] = text;
                }
            }
            else
            {
                options[entry.Name] = Text(entry.Value);
            }
        }

        return options;
    }

    // One form of text for all surfaces: lists with blanks between, options as name=value, and null for "none". What has blanks of its own is quoted.
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "none",
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(entry => OptionsRule.Quote(Text(entry)))),
        JsonValueKind.Object => string.Join(' ', Flatten(value).Select(entry => $"{entry.Key}={OptionsRule.Quote(entry.Value)}")),
        _ => value.GetRawText(),
    };
}
