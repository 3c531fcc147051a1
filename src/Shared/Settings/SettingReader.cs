namespace Hypermax.Settings;

/// <summary>Reads settings from texts: the one reader of properties, environment variables, options, JSON and the wire.</summary>
internal static class SettingReader
{
    /// <summary>Reads what was given on a surface.</summary>
    /// <param name="source">The surface.</param>
    /// <param name="texts">Names as the surface spells them, and what they are; blank texts count as not given.</param>
    /// <param name="violations">Takes what is wrong; a setting that breaks its rule is not in the result.</param>
    public static SettingSet Read(SettingSource source, IEnumerable<KeyValuePair<string, string>> texts, Violations violations)
    {
        List<KeyValuePair<Setting, SettingValue>> values = [];
        foreach (KeyValuePair<string, string> text in texts)
        {
            if (source.Find(text.Key) is not { } setting)
            {
                violations.Add(source.Unknown(text.Key));
            }
            else if (!string.IsNullOrWhiteSpace(text.Value) && TryRead(source, setting, text.Value.Trim(), violations, out object? value))
            {
                RefuseSecret(source, setting, text.Value, violations);
                values.Add(new(setting, new SettingValue(value, source)));
            }
        }

        return new SettingSet(values);
    }

    /// <summary>Reads the settings that environment variables give.</summary>
    /// <param name="variable">Gets a variable, or null.</param>
    /// <param name="surface">Which settings may be given where this is asked.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static SettingSet ReadEnvironment(Func<string, string?> variable, Surfaces surface, Violations violations) => Read(
        SettingSource.Environment,
        SettingSource.Environment.Known.Where(setting => setting.Surfaces.HasFlag(surface)).Select(
            setting => new KeyValuePair<string, string>(setting.Variable, variable(setting.Variable) ?? string.Empty)),
        violations);

    /// <summary>Refuses a password in a file, which is committed, copied and read by others.</summary>
    /// <param name="source">Where it was given.</param>
    /// <param name="setting">The setting.</param>
    /// <param name="text">Its value.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static void RefuseSecret(SettingSource source, Setting setting, string text, Violations violations)
    {
        if (source.IsFile && setting.Mask is not null && StoreText.HasPassword(text))
        {
            violations.Add(new Violation(
                source.Subject(source.NameOf(setting)),
                "must hold no password, for files are committed and copied",
                setting.Show(text),
                $"Take it out, and put it into ~/.pgpass or PGPASSWORD, or give the whole address as {setting.Variable}."));
        }
    }

    private static bool TryRead(SettingSource source, Setting setting, string text, Violations violations, out object? value)
    {
        value = null;
        if (setting.CanBeNone && (string.Equals(text, Setting.None, StringComparison.OrdinalIgnoreCase) || (setting.IsNoneAtZero && text == "0")))
        {
            return true;
        }

        if (setting.TryRead(text, out value, out string? hint))
        {
            return true;
        }

        string rule = $"must be {setting.RuleWords}{(setting.CanBeNone ? ", or none" : string.Empty)}";
        string remedy = $"{(hint is null ? string.Empty : hint + " ")}It says {setting.Meaning}. {source.Remedy(setting)}";
        violations.Add(new Violation(source.Subject(source.NameOf(setting)), rule, setting.Show(text), remedy));
        return false;
    }
}
