namespace Hypermax.Settings;

/// <summary>The settings of studies with several objectives, or with constraints.</summary>
internal static class FigureSettings
{
    private static readonly SettingList List = new();

    public static readonly Setting<IReadOnlyList<GoalText>> Objectives = List.Add(new Setting<IReadOnlyList<GoalText>>(
        "Objectives",
        new GoalsRule(),
        Surfaces.Outside,
        "which figures of trials are made small or large, by the names of their metrics; fixed when a study begins",
        "\"error:minimize speed:maximize\"")
        {
            Default = "the value alone; of an objective that returns figures, what they say themselves",
            Shortcut = "--objective",
        });

    public static readonly Setting<IReadOnlyList<BoundsText>> Constraints = List.Add(new Setting<IReadOnlyList<BoundsText>>(
        "Constraints",
        new BoundsRule(),
        Surfaces.Outside,
        "which figures of trials must stay within bounds for the trial to count; fixed when a study begins",
        "\"p99<=20 accuracy>=0.9\"")
        {
            Default = "none; of an objective that returns figures, what they say themselves",
            Shortcut = "--constraint",
        });

    public static readonly Setting<string> Choose = List.Add(new Setting<string>(
        "Choose",
        Rules.Text,
        Surfaces.Outside,
        "which trial of a front becomes the tuned values: knee, weights such as 0.7*Error + 0.3*Time, a limit such as Latency <= 20, or the number of a trial",
        "\"Latency <= 20\"")
        {
            Default = "as in the tuned file, and knee where that says nothing",
            Shortcut = "--choose",
        });

    /// <summary>Gets the entries, in the order of the documentation.</summary>
    public static IReadOnlyList<Setting> Entries => List.Entries;
}
