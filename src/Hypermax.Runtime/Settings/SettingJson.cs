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

        return Read(SettingSource.Json, json.EnumerateObject(), violations);
    }

    /// <summary>Reads some members of an object.</summary>
    /// <param name="source">What the object is.</param>
    /// <param name="members">The members.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static SettingSet Read(SettingSource source, IEnumerable<JsonProperty> members, Violations violations) =>
        SettingReader.Read(source, members.Select(member => new KeyValuePair<string, string>(member.Name, Text(member.Value))), violations);

    // Objects within an object of options become names with dots: {"levels": {"rate": 7}} is levels.rate.
    private static Dictionary<string, string> Flatten(JsonElement json)
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

    /// <summary>Writes a value in the one form of text for all surfaces.</summary>
    /// <returns>Lists with blanks between, options as name=value, "none" for null; what has blanks of its own is quoted.</returns>
    public static string Text(JsonElement value) => value.ValueKind switch
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
