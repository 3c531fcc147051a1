using Hypermax.Errors;
using Hypermax.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hypermax.Hosting.Settings;

/// <summary>Reads how one search runs from its section of the configuration: what belongs to hosting, and the settings of every search.</summary>
/// <param name="name">The name of the search.</param>
/// <param name="space">Its space.</param>
/// <param name="configuration">The configuration of the application.</param>
internal sealed class SearchSection(string name, SearchSpace space, IConfiguration configuration) : IConfigureNamedOptions<HostedSearchOptions>
{
    private const string Enabled = "Enabled";

    private static readonly string[] Own = [Enabled, nameof(HostedSearchOptions.StopHost), nameof(HostedSearchOptions.Folder)];

    // A trial that needs more than its own process gives has an executor that somebody made, with limits of its own.
    private static readonly Setting[] OfProcesses =
    [
        StudySettings.Name, TrialSettings.TrialCpuSeconds, TrialSettings.TrialMemoryMegabytes, TrialSettings.TrialGpuMegabytes,
        TrialSettings.TrialOutputMegabytes, TrialSettings.SystemMemoryPercent, TrialSettings.SystemMemoryMegabytes, TrialSettings.FreshProcess,
        TrialSettings.Gpus, TrialSettings.SlotCores, TrialSettings.SlotGpus,
        TrialSettings.SlotMemoryMegabytes, TrialSettings.Executor, TrialSettings.ExecutorOptions, TrialSettings.TrialLogMegabytes,
        TrialSettings.TunedRepeats,
    ];

    public void Configure(HostedSearchOptions options)
    {
        // There are no options without a name.
    }

    public void Configure(string? optionsName, HostedSearchOptions options)
    {
        if (optionsName != name)
        {
            return;
        }

        IConfigurationSection section = configuration.GetSection($"{HypermaxOptions.Section}:Searches:{name}");
        SettingSource source = SettingSource.Section(section.Path);
        Violations violations = new();
        List<KeyValuePair<string, string>> texts = [];
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (ReadOwn(child, options, violations))
            {
                continue;
            }

            if (Ledger.All.Any(setting => string.Equals(setting.Name, child.Key, StringComparison.OrdinalIgnoreCase)))
            {
                texts.Add(new(child.Path, SectionText.Of(child)));
                continue;
            }

            string[] known = [.. Own, .. source.Known.Where(setting => !Concerns(setting)).Select(setting => setting.Name)];
            string remedy = NearestName.Of(child.Key, known) is { } nearest
                ? $"Did you mean '{section.Path}:{nearest}'?"
                : $"There are {string.Join(", ", known)}.";
            violations.Add(new Violation($"'{child.Path}'", "is no setting of a search", Value: null, remedy));
        }

        SettingSet settings = SettingReader.Read(source, texts, violations);
        foreach (Setting setting in settings.Given.Select(given => given.Key).Where(Concerns))
        {
            violations.Add(new Violation(
                settings.SubjectOf(setting),
                $"says {setting.Meaning}, which nobody can see to in the process of the application",
                Value: null,
                "Remove it, or add the search with an executor of your own and say it there."));
        }

        StudyOptions study = StudyPlan.Read(settings, space, violations);
        options.Study = study.StoreAddress is null ? study : study with { Name = StoreSettings.StudyName(settings, project: null, name) };
        options.Limits = LimitSettings.Read(settings, violations);
        options.Wrong.AddRange(violations.Sentences);
    }

    private static bool Concerns(Setting setting) =>
        OfProcesses.Contains(setting) || (setting.Surfaces & (Surfaces.Json | Surfaces.Attribute)) == Surfaces.None;

    private static bool ReadOwn(IConfigurationSection child, HostedSearchOptions options, Violations violations)
    {
        switch (child.Key.ToUpperInvariant())
        {
            case "FOLDER":
                options.Folder = child.Value;
                return true;
            case "ENABLED":
                options.IsEnabled = Flag(child, Enabled, options.IsEnabled, violations);
                return true;
            case "STOPHOST":
                options.StopHost = Flag(child, nameof(options.StopHost), options.StopHost, violations);
                return true;
            default:
                return false;
        }
    }

    private static bool Flag(IConfigurationSection child, string key, bool before, Violations violations)
    {
        if (bool.TryParse(child.Value, out bool flag))
        {
            return flag;
        }

        string meaning = key == Enabled ? "whether the search runs" : "whether the application ends when the search has";
        violations.Add(new Violation($"'{child.Path}'", "must be true or false", child.Value, $"It says {meaning}. Set it to one of these."));
        return before;
    }
}
