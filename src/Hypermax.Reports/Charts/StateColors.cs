namespace Hypermax.Charts;

/// <summary>The colours of trial states.</summary>
internal static class StateColors
{
    private static readonly ColorLabel[] All =
    [
        new("complete", ColorRole.Primary),
        new("pruned", ColorRole.Muted),
        new("failed", ColorRole.Failed),
        new("running", ColorRole.Running),
        new("partial", ColorRole.Muted),
    ];

    /// <summary>Gets the labels of all states, in the order of <see cref="IndexOf"/>.</summary>
    public static IReadOnlyList<string> Labels { get; } = [.. All.Select(label => label.Label)];

    /// <summary>Gets the scale of a column of states.</summary>
    public static ColorScale Scale { get; } = new() { Title = "state", Roles = All };

    /// <summary>Gets the index of a state among the labels.</summary>
    public static double IndexOf(TrialState state) => state switch
    {
        TrialState.Complete => 0,
        TrialState.Pruned => 1,
        TrialState.Failed => 2,
        TrialState.Partial => 4,
        _ => 3,
    };
}
