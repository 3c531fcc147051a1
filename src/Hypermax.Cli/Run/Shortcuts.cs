using System.CommandLine;
using Hypermax.Settings;

namespace Hypermax.Run;

/// <summary>The options of their own that some settings have on the command line, as the ledger says.</summary>
internal static class Shortcuts
{
    /// <summary>Makes an option for each setting that has one.</summary>
    public static IReadOnlyList<Option> Create() => [.. Ledger.All.Where(setting => setting.Shortcut is not null).Select(Create)];

    /// <summary>Makes the options of a store alone, for verbs in which a file says the rest.</summary>
    public static IReadOnlyList<Option> CreateStore() => [Create(StudySettings.Store), Create(StudySettings.StoreStudy)];

    /// <summary>Reads what was given.</summary>
    /// <param name="options">The options.</param>
    /// <param name="parsed">The command line.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(IReadOnlyList<Option> options, ParseResult parsed) =>
    [
        .. from option in options
           let given = parsed.GetResult(option)
           where given is { Implicit: false }
           select new KeyValuePair<string, string>(option.Name, string.Join(' ', given.Tokens.Select(token => Word(option, token.Value)))),
    ];

    private static Option Create(Setting setting)
    {
        string says = $"{char.ToUpperInvariant(setting.Meaning[0])}{setting.Meaning[1..]}";
        return setting.ValueType == typeof(string)
            ? new Option<string?>(setting.Shortcut!) { Description = $"{says}." }
            : new Option<string[]>(setting.Shortcut!) { Description = $"{says}; may be given several times." };
    }

    // One option a word, whatever its value holds; but several that stand in quotes together, such as "min=1 max=81", are several.
    private static string Word(Option option, string text)
    {
        Setting setting = SettingSource.Shortcut.Find(option.Name)!;
        bool areSeveral = setting != TrialSettings.ExecutorOptions && text.Contains(' ', StringComparison.Ordinal)
            && Array.TrueForAll(text.Split(' '), word => word.IndexOf('=', StringComparison.Ordinal) > 0);
        return setting.ValueType != typeof(IReadOnlyDictionary<string, string>) || areSeveral ? text : OptionsRule.Quote(text);
    }
}
