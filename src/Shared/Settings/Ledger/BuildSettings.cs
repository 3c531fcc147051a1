namespace Hypermax.Settings;

/// <summary>The settings of a build that searches: which studies, where, and what makes it fail.</summary>
internal static class BuildSettings
{
    private static readonly SettingList List = new();

    public static readonly Setting<string> Study = List.Add(new Setting<string>("Study", Rules.Text, Surfaces.Build,
        "which studies are searched: names or globs (*, ?), several with blanks between them", "Train") { Default = "all" });

    public static readonly Setting<IReadOnlyList<FailOnRule>> FailOn = List.Add(new Setting<IReadOnlyList<FailOnRule>>(
        "FailOn",
        new ConditionsRule(),
        Surfaces.Build,
        "what makes the build fail after a search", "\"value>0.05 and failures>10%\""));

    public static readonly Setting<IReadOnlyList<string>> Ci = List.Add(new Setting<IReadOnlyList<string>>(
        "Ci",
        Rules.SetOf(["auto", "none"], "junit", "trx", "sarif", "github", "azure", "gitlab", "badge"),
        Surfaces.Outside,
        "in which forms results are written for continuous integration, in a folder ci beside the studies; auto is those of the server that runs the build",
        "\"junit sarif\"") { Default = "auto" });

    public static readonly Setting<int> Repeat = List.Add(new Setting<int>("Repeat", Rules.Whole(0), Surfaces.Property,
        "which trial to run again, alone; nothing is recorded", "3") { IsOnce = true });

    public static readonly Setting<string> Output = List.Add(new Setting<string>("Output", Rules.Text, Surfaces.Targets,
        "the folder for study folders, relative to the project", "artifacts/hypertune")
        {
            Default = "artifacts/hypertune; with UseArtifactsOutput or ArtifactsPath, hypertune/<project> there",
        });

    public static readonly Setting<string> Framework = List.Add(new Setting<string>("Framework", Rules.Text, Surfaces.Targets,
        "the framework objectives run on, in a project with several", "net10.0") { Default = "the newest that runs here" });

    public static readonly Setting<bool> Live = List.Add(new Setting<bool>("Live", Rules.Flag, Surfaces.Targets,
        "whether progress, result and findings are shown in MSBuild's terminal logger, which shows no messages otherwise", "false") { Default = "true" });

    public static readonly Setting<bool> Enabled = List.Add(new Setting<bool>("Enabled", Rules.Flag, Surfaces.Targets,
        "whether the target does anything", "false") { Default = "true" });

    /// <summary>Gets the entries, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> Entries => List.Entries;
}
