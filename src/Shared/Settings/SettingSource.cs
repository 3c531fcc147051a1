using System.Globalization;
using Hypermax.Errors;

namespace Hypermax.Settings;

/// <summary>A surface on which settings were given: how it spells their names, and the remedy it offers.</summary>
internal sealed class SettingSource
{
    private const string RunsElsewhere = "Trials run in the program that asks for them; leave it out, and see to it there.";

    private readonly Func<Setting, string> _name;
    private readonly string _subject;
    private readonly string _remedy;

    private SettingSource(Surfaces surface, Func<Setting, string> name, string subject, string remedy)
    {
        Surface = surface;
        _name = name;
        _subject = subject;
        _remedy = remedy;
    }

    /// <summary>Gets the attribute on an objective, and what generated code and the worker's ready line say of it.</summary>
    public static SettingSource Attribute { get; } =
        new(Surfaces.Attribute, static setting => setting.AttributeName, "'{0}' of [Objective]", "Write for example {0} = {1}.");

    /// <summary>Gets the attribute on a test that searches.</summary>
    public static SettingSource TestAttribute { get; } =
        new(Surfaces.Attribute, static setting => setting.AttributeName, "'{0}' of [Tune]", "Write for example {0} = {1}.");

    /// <summary>Gets the arguments and options of a search that a test makes by a call; times are those of .NET there.</summary>
    public static SettingSource TestCall { get; } = new(
        Surfaces.Attribute,
        static setting => setting == StudySettings.Timeout ? "Timeout" : setting == TrialSettings.TrialSeconds ? "TrialTimeout" : setting.AttributeName,
        "'{0}' of the search",
        "Write for example {0} = {1}.");

    /// <summary>Gets the settings in a file of JSON.</summary>
    public static SettingSource Json { get; } =
        new(Surfaces.Json, static setting => setting.Key, "Setting '{0}'", "Write for example \"{0}\": \"{2}\".") { IsFile = true };

    /// <summary>Gets the properties of a build.</summary>
    public static SettingSource Property { get; } =
        new(Surfaces.Property | Surfaces.Targets, static setting => setting.Property, "Property '{0}'", "Set for example -p:{0}={1}.");

    /// <summary>Gets the properties that the files of a project set.</summary>
    public static SettingSource ProjectProperty { get; } =
        new(Property.Surface, Property._name, Property._subject, Property._remedy) { IsFile = true };

    /// <summary>Gets the environment.</summary>
    public static SettingSource Environment { get; } =
        new(Surfaces.Environment, static setting => setting.Variable, "Environment variable '{0}'", "Set for example {0}={1}.");

    /// <summary>Gets the option <c>--property</c> of verbs that work on a project.</summary>
    public static SettingSource TuneOption { get; } = OptionOf(Surfaces.Property);

    /// <summary>Gets the option <c>--property</c> of verbs that need no project.</summary>
    public static SettingSource RunOption { get; } = OptionOf(Surfaces.Run);

    /// <summary>Gets the header of <c>hypermax serve</c>.</summary>
    public static SettingSource Header { get; } =
        new(Surfaces.Serve, static setting => setting.Key, "'{0}' of the header", "Write for example \"{0}\": \"{2}\".");

    /// <summary>Gets the option <c>--property</c> of <c>hypermax serve</c>.</summary>
    public static SettingSource ServeOption { get; } = OptionOf(Surfaces.Serve);

    /// <summary>Gets the options of their own that some settings have in <c>hypermax run</c>.</summary>
    public static SettingSource Shortcut { get; } =
        new(Surfaces.Run, static setting => setting.Shortcut ?? setting.Property, "Option '{0}'", "Write for example {0} {1}.");

    /// <summary>Makes the source of one value in a file that a whole search stands in.</summary>
    /// <param name="path">The path of the key, such as <c>function.parallel</c>.</param>
    public static SettingSource Key(string path) => new(Surfaces.Json, _ => path, "'{0}'", "Write for example {2}.") { IsFile = true };

    /// <summary>Makes the source of a section of an application's configuration, such as of its appsettings.json.</summary>
    /// <param name="section">The path of the section, such as <c>Hypermax:Searches:forest</c>.</param>
    public static SettingSource Section(string section) =>
        new(Surfaces.Json | Surfaces.Attribute, setting => $"{section}:{setting.Name}", "'{0}'", "Set it for example to {2}.");

    /// <summary>Gets what the source is among the surfaces.</summary>
    public Surfaces Surface { get; }

    /// <summary>Gets whether it is a file that people commit, copy and read.</summary>
    public bool IsFile { get; private init; }

    /// <summary>Gets whether it is the command line of our own program, which everybody on the machine can read.</summary>
    public bool IsCommandLine => this == TuneOption || this == RunOption || this == Shortcut;

    /// <summary>Gets the settings that may be given here.</summary>
    public IEnumerable<Setting> Known => Ledger.All.Where(setting => (setting.Surfaces & Surface) != Surfaces.None);

    /// <summary>Gets the name of a setting as it is spelled here.</summary>
    public string NameOf(Setting setting) => _name(setting);

    /// <summary>Gets a setting by the name it has here, or null. Case matters in JSON only.</summary>
    public Setting? Find(string name) => Find(Known, name);

    /// <summary>Names a setting as the subject of a sentence.</summary>
    public string Subject(string name) => string.Format(CultureInfo.InvariantCulture, _subject, name);

    /// <summary>Shows how a setting is given here.</summary>
    public string Remedy(Setting setting) =>
        string.Format(CultureInfo.InvariantCulture, _remedy, NameOf(setting), setting.Example, setting.Example.Trim('"'));

    /// <summary>Says that there is no such setting here, and what was meant or where it may be given.</summary>
    public Violation Unknown(string name)
    {
        if (Find(Ledger.All, name) is { } setting)
        {
            string places = string.Join(" or ", PlacesOf(setting).Distinct(StringComparer.Ordinal));
            string elsewhere = Surface == Surfaces.Serve ? RunsElsewhere : $"It may be given as {places}.";
            return new Violation(Subject(name), $"says {setting.Meaning}, which cannot be said here", null, elsewhere);
        }

        string[] known = [.. Known.Select(NameOf)];
        string remedy = NearestName.Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"There are {string.Join(", ", known)}.";
        return new Violation(Subject(name), "is no setting of a search", null, remedy);
    }

    private static SettingSource OptionOf(Surfaces surface) =>
        new(surface, static setting => setting.Property, "Property '{0}'", "Set for example -p {0}={1}.");

    private static IEnumerable<string> PlacesOf(Setting setting) =>
        from source in new[] { Attribute, Json, Property, Environment, RunOption }
        where source.Known.Contains(setting)
        select source.Subject(source.NameOf(setting));

    private Setting? Find(IEnumerable<Setting> settings, string name)
    {
        StringComparison comparison = this == Json || this == Header ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return settings.FirstOrDefault(setting => string.Equals(NameOf(setting), name, comparison));
    }
}
