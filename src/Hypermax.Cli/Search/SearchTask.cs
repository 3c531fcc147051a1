using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>One search, whoever asked for it: a build for an objective, or a person for a program.</summary>
internal sealed record SearchTask
{
    /// <summary>Gets the name to speak of it by until its study is open.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the space.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Gets how it is searched.</summary>
    public required SearchPlan Plan { get; init; }

    /// <summary>Gets the path of the project whose build asked for it, or null for a program.</summary>
    public string? Project { get; init; }

    /// <summary>Gets what chooses another folder for the study, as it is written where the search was asked for.</summary>
    public string FolderOption { get; init; } = "-o";

    /// <summary>Gets where the objective is declared, relative to the project, or null for a program.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Gets the tuned values of earlier searches that it builds on.</summary>
    public EarlierValues Earlier { get; init; } = EarlierValues.None;

    /// <summary>Gets what the tuned file says of where its values were found.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TunedFacts { get; init; } = [];

    /// <summary>Gets the folder of the study.</summary>
    public string Folder => Plan.Options.Folder!;

    /// <summary>Gets the tuned file that the search writes beside its project, or null for a program.</summary>
    public string? TunedFile => ProjectFolder is { } folder ? Path.Combine(folder, TunedFileName.Of(Name)) : null;

    private string? ProjectFolder => Path.GetDirectoryName(Project);

    /// <summary>Gets the place an editor can open for something that a search says.</summary>
    /// <param name="part">The part of the source it is about, or null for the objective.</param>
    public SourcePosition? PositionOf(SourcePosition? part = null) => (part ?? Position) is { } position && ProjectFolder is { } folder
        ? position.In(folder)
        : null;

    /// <summary>Gets a path as people see it: relative to the project, or in full.</summary>
    public string Shown(string path) => ProjectFolder is { } folder ? Path.GetRelativePath(folder, path).Replace('\\', '/') : path;

    /// <summary>Gets the command that chooses a trial of a front, with <c>{trial}</c> for its number, or null where no build is.</summary>
    public string? ChooseCommand =>
        Project is null ? null : $"dotnet build -t:Hypertune -p:HypertuneStudy={Name} -p:HypertuneChoose={{trial}}";

    /// <summary>Gets the properties of a build that run one trial again, alone, or null where no build is.</summary>
    public string? RepeatProperties(int trial) =>
        Project is null ? null : FormattableString.Invariant($"-p:HypertuneStudy={Name} -p:HypertuneRepeat={trial}");

    /// <summary>Writes what gives a setting to one search more, in the words of the place where this one was asked for.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="value">The value, or what stands for one.</param>
    public string Once(Setting setting, string value) =>
        Project is not null ? $"-p:{setting.Property}={value}"
        : setting.Shortcut is { } option ? $"{option} {value}"
        : $"-p {setting.Property}={value}";

    /// <summary>Writes what gives a setting to all searches to come: its name in the file that is searched, or else as for one.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="value">What stands for a value.</param>
    public string Lasting(Setting setting, string value) => Project is null && Plan.Settings.KeyOf(setting) is { } key ? $"'{key}'" : Once(setting, value);
}
