using Hypermax.Charts;

namespace Hypermax.Html;

/// <summary>Charts that stand together on the page.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Kinds">The kinds of charts that belong here, in their order.</param>
internal sealed record ChartGroup(string Title, IReadOnlyList<string> Kinds)
{
    /// <summary>The groups in the order of the page: what the search reached, why, and how it ran.</summary>
    public static readonly IReadOnlyList<ChartGroup> All =
    [
        new(
            "Progress",
            [
                ChartKinds.ParetoFront,
                ChartKinds.Objectives,
                ChartKinds.Hypervolume,
                ChartKinds.Attainment,
                ChartKinds.History,
                ChartKinds.Distribution,
                ChartKinds.IntermediateValues,
            ]),
        new("Parameters together", [ChartKinds.Importances, ChartKinds.Correlations, ChartKinds.ParallelCoordinates]),
        new("Parameters one by one", [ChartKinds.Slice, ChartKinds.Single]),
        new("Pairs of parameters", [ChartKinds.Contour, ChartKinds.Matrix, ChartKinds.Response, ChartKinds.Scatter, ChartKinds.Rank]),
        new("How the search ran", [ChartKinds.Timeline, ChartKinds.RunTime, ChartKinds.Memory, ChartKinds.Failures]),
    ];
}
