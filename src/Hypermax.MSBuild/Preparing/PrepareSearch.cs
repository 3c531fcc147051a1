using Hypermax.Build.Protocol;
using Hypermax.Settings;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Hypermax.Build.Preparing;

/// <summary>Checks the properties of a search before anything costs time, and writes the arguments file of the coordinator.</summary>
public sealed class PrepareSearch : Task
{
    /// <summary>Gets or sets the project, which errors are shown for.</summary>
    [Required]
    public string ProjectFile { get; set; } = string.Empty;

    /// <summary>Gets or sets where the arguments file is written.</summary>
    [Required]
    public string ArgumentsFile { get; set; } = string.Empty;

    /// <summary>Gets or sets the stamp of the last finished search; deleted when that search no longer counts.</summary>
    [Required]
    public string StampFile { get; set; } = string.Empty;

    /// <summary>Gets or sets the list of what the last finished search said and wrote.</summary>
    [Required]
    public string ResultFile { get; set; } = string.Empty;

    /// <summary>Gets or sets what the project is, as <c>name=value</c> items in the order they are to be written.</summary>
    public string[] Facts { get; set; } = [];

    /// <summary>Gets or sets the build's properties about the search, as <c>name=value</c> items; see <see cref="Ledger"/>.</summary>
    public string[] Properties { get; set; } = [];

    /// <summary>Gets or sets the files in which the project sets properties.</summary>
    public string[] PropertyFiles { get; set; } = [];

    /// <summary>Gets or sets the settings that hold for this run alone, as <c>name=value</c> items.</summary>
    [Output]
    public string[] Once { get; set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        Violations violations = new();
        SettingSet settings = Read(violations);
        WarnOfUnknown();
        foreach (string problem in violations.Sentences)
        {
            Log.Say(BuildRules.BadSetting, problem, ProjectFile);
        }

        if (violations.Found.Count > 0)
        {
            return false;
        }

        if (settings.SourceOf(StudySettings.Store) == SettingSource.Property && StoreText.HasPassword(settings.Text(StudySettings.Store) ?? string.Empty))
        {
            Log.Say(BuildRules.Advice, $"Property '{StudySettings.Store.Property}' {StoreText.OnCommandLine}", ProjectFile);
        }

        // What holds for one run, such as HypertuneForce, travels on the command line: in the file it would make the next plain build out of date.
        Once = [.. Texts(settings, isOnce: true).Select(setting => $"{setting.Key}={setting.Value}")];
        Protocol.ArgumentsFile.Write(ArgumentsFile, Facts.Select(Pair).Concat(Texts(settings, isOnce: false)));
        // A server shows nothing of earlier builds, so the search looks at its studies again there and tells of them; it finds that nothing is left to do.
        bool isTold = CiServer.FormatsOf(settings, Environment.GetEnvironmentVariable).Count > 0;
        if (settings.Value(StudySettings.Force) == true || isTold || IsSomethingGone())
        {
            File.Delete(StampFile);
        }

        return true;
    }

    // Lowest first: what the project says, the environment, the command line. MSBuild gives all of them one value, but tells which ones came from outside.
    private SettingSet Read(Violations violations)
    {
        GlobalProperties globals = GlobalProperties.Of(BuildEngine);
        ILookup<bool, KeyValuePair<string, string>> properties = Properties.Select(Pair).ToLookup(property => globals.Has(property.Key));
        string folder = Path.GetDirectoryName(ProjectFile)!;
        return SettingReader.Read(SettingSource.Property, properties[true].Select(globals.Whole), violations).Located(folder)
            .Over(SettingReader.ReadEnvironment(Environment.GetEnvironmentVariable, Surfaces.Property, violations))
            .Over(SettingReader.Read(SettingSource.ProjectProperty, properties[false], violations).Located(folder));
    }

    private void WarnOfUnknown()
    {
        foreach (UnknownProperty property in UnknownProperties.Find(GlobalProperties.Of(BuildEngine).Names, PropertyFiles.Distinct(StringComparer.Ordinal)))
        {
            string remedy = property.Nearest is null ? "docs/guide/settings.md lists them; remove it." : $"Did you mean '{property.Nearest}'?";
            string text = $"Property '{property.Name}' is no setting of a search and has no effect. {remedy}";
            Log.Say(BuildRules.UnknownProperty, text, property.File ?? ProjectFile, property.Line, property.Column);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(SettingSet settings, bool isOnce) => settings.Given
        .Where(given => given.Key.IsOnce == isOnce && given.Key.Surfaces.HasFlag(Surfaces.Property))
        .Select(given => new KeyValuePair<string, string>(given.Key.Property, given.Key.Show(given.Key.WriteOrNone(given.Value.Value))));

    private static KeyValuePair<string, string> Pair(string fact)
    {
        int place = fact.IndexOf('=');
        return new(fact.Substring(0, place), fact.Substring(place + 1));
    }

    private bool IsSomethingGone() => StoredResult.Read(ResultFile) is not StoredResult stored || stored.Files.Any(file => !File.Exists(file));
}
