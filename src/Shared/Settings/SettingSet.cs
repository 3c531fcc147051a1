namespace Hypermax.Settings;

/// <summary>The settings that were given, on one surface or laid over each other; a setting that nobody gave is not in it.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class SettingSet
{
    private readonly Dictionary<Setting, SettingValue> _values;
    private readonly Func<Setting, string?>? _names;

    public SettingSet(IEnumerable<KeyValuePair<Setting, SettingValue>> values)
    {
        Dictionary<Setting, SettingValue> mine = [];
        foreach (KeyValuePair<Setting, SettingValue> value in values)
        {
            mine[value.Key] = value.Value;
        }

        _values = mine;
    }

    private SettingSet(IEnumerable<KeyValuePair<Setting, SettingValue>> values, Func<Setting, string?>? names)
        : this(values) => _names = names;

    /// <summary>Gets the set in which nothing is given.</summary>
    public static SettingSet Empty { get; } = new([]);

    /// <summary>Gets what was given, in the order of the ledger.</summary>
    public IEnumerable<KeyValuePair<Setting, SettingValue>> Given =>
        Ledger.All.Where(_values.ContainsKey).Select(setting => new KeyValuePair<Setting, SettingValue>(setting, _values[setting]));

    /// <summary>Lays this set over a lower one: what is given here counts, also where it is "none".</summary>
    public SettingSet Over(SettingSet lower) => new(lower._values.Concat(_values), _names ?? lower._names);

    /// <summary>Gives one setting, over what is there.</summary>
    public SettingSet With<T>(Setting<T> setting, T value, SettingSource source)
        where T : notnull => new(_values.Append(new(setting, new SettingValue(value, source))), _names);

    /// <summary>Gives paths that count from a folder in full.</summary>
    /// <param name="folder">The folder of the file they stand in.</param>
    public SettingSet Located(string folder) => new(_values.Select(given => given is { Key.IsPath: true, Value.Value: string path } && StoreText.IsFolder(path)
        ? new(given.Key, new SettingValue(Path.GetFullPath(Path.Combine(folder, path)), given.Value.Source))
        : given), _names);

    /// <summary>Spells settings that nobody gave as the file does in which the others stand.</summary>
    /// <param name="names">Gets the name of a setting there, or null where it has none.</param>
    public SettingSet Spelled(Func<Setting, string?> names) => new(_values, names);

    /// <summary>Gets the name that a setting has in the file that is searched; null where there is no file, or it has none there.</summary>
    public string? KeyOf(Setting setting) => _names?.Invoke(setting);

    /// <summary>Gets where a setting was given, or null where nobody gave it.</summary>
    public SettingSource? SourceOf(Setting setting) => _values.TryGetValue(setting, out SettingValue? given) ? given.Source : null;

    /// <summary>Gets a value, or null where nobody gave one or somebody said "none".</summary>
    public T? Value<T>(Setting<T> setting)
        where T : struct => Find(setting) is T value ? value : null;

    /// <summary>Gets a text, or null where nobody gave one or somebody said "none".</summary>
    public string? Text(Setting<string> setting) => Find(setting) as string;

    /// <summary>Gets a list; empty where nobody gave one or somebody said "none".</summary>
    public IReadOnlyList<T> List<T>(Setting<IReadOnlyList<T>> setting) => Find(setting) as IReadOnlyList<T> ?? [];

    /// <summary>Gets options by name; empty where nobody gave any or somebody said "none".</summary>
    public IReadOnlyDictionary<string, string> Options(Setting<IReadOnlyDictionary<string, string>> setting) =>
        Find(setting) as IReadOnlyDictionary<string, string> ?? new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Spells a setting as it was given; where nobody gave it, as the file does that is searched, or else as a property.</summary>
    public string NameOf(Setting setting) => Naming(setting).NameOf(setting);

    /// <summary>Names a setting as the subject of a sentence, in the words of the place where it was given.</summary>
    public string SubjectOf(Setting setting) => Naming(setting).Subject(NameOf(setting));

    private SettingSource Naming(Setting setting) =>
        SourceOf(setting) ?? (KeyOf(setting) is { } name ? SettingSource.Key(name) : SettingSource.Property);

    private object? Find(Setting setting) => _values.TryGetValue(setting, out SettingValue? given) ? given.Value : null;
}
