using Hypermax.Execution.Limits;
using Hypermax.Fronts.Choosing;
using Hypermax.Reports;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>How one objective is searched: all settings laid over each other, and what the library makes of them.</summary>
internal sealed record SearchPlan
{
    /// <summary>Gets what was given, on all surfaces.</summary>
    public required SettingSet Settings { get; init; }

    /// <summary>Gets how the study is searched.</summary>
    public required StudyOptions Options { get; init; }

    /// <summary>Gets what a trial may use.</summary>
    public required TrialLimits Limits { get; init; }

    /// <summary>Gets which trial of a front becomes the tuned values; null where nobody said.</summary>
    public FrontChoice? Choice { get; init; }

    /// <summary>Gets which charts the report leaves as files.</summary>
    public ReportCharts Charts => Settings.Text(StudySettings.Charts) is { } name ? Enum.Parse<ReportCharts>(name, ignoreCase: true) : ReportCharts.Report;

    /// <summary>Makes a plan.</summary>
    /// <param name="name">The name of the study.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="space">Its space.</param>
    /// <param name="settings">What was given, on all surfaces.</param>
    /// <param name="violations">Takes what is wrong.</param>
    /// <param name="project">The project that it is one of several studies of, or null.</param>
    public static SearchPlan Read(
        string name, string folder, SearchSpace space, SettingSet settings, Violations violations, string? project = null)
    {
        StudyOptions options = StudyPlan.Read(settings, space, violations) with { Name = name, Folder = folder };
        if (options.StoreAddress is { } store)
        {
            string study = StoreSettings.StudyName(settings, project, name);
            options = options with { Name = study, Folder = StoreText.IsFolder(store) ? Path.GetFullPath(Path.Combine(store, study)) : folder };
        }

        return new SearchPlan
        {
            Settings = settings,
            Limits = LimitSettings.Read(settings, violations),
            Options = options,
            Choice = FigurePlan.Choice(settings, options, violations),
        };
    }
}
