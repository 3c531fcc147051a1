using Hypermax.Execution.Limits;
using Hypermax.Execution.Slots;
using Hypermax.Reports;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>How one objective is searched: all settings laid over each other, and what the library makes of them.</summary>
internal sealed record SearchPlan
{
    // A trial that does not mind its token may cost a cancelled search this long; then its process goes.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(300);

    /// <summary>Gets what was given, on all surfaces.</summary>
    public required SettingSet Settings { get; init; }

    /// <summary>Gets how the study is searched.</summary>
    public required StudyOptions Options { get; init; }

    /// <summary>Gets what a trial may use.</summary>
    public required TrialLimits Limits { get; init; }

    /// <summary>Gets which charts the report leaves as files.</summary>
    public ReportCharts Charts => Settings.Text(StudySettings.Charts) is { } name ? Enum.Parse<ReportCharts>(name, ignoreCase: true) : ReportCharts.Report;

    /// <summary>Makes a plan.</summary>
    /// <param name="name">The name of the study.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="space">Its space.</param>
    /// <param name="settings">What was given, on all surfaces.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static SearchPlan Read(string name, string folder, SearchSpace space, SettingSet settings, Violations violations) => new()
    {
        Settings = settings,
        Limits = LimitSettings.Read(settings, violations) with { Grace = Grace },
        Options = StudyPlan.Read(settings, space, violations) with { Name = name, Folder = folder },
    };

    /// <summary>Makes the environment variables of slots.</summary>
    public static Func<int, IReadOnlyDictionary<string, string?>> SlotsOf(SettingSet settings) =>
        new SlotResources { Gpus = settings.List(TrialSettings.Gpus), Cores = settings.Value(TrialSettings.SlotCores) ?? 0 }.EnvironmentOf;
}
