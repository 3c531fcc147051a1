using Hypermax.Settings;

namespace Hypermax.Sampling.Grid;

/// <summary>The options of a grid.</summary>
internal static class GridLedger
{
    public static OptionLedger<GridOptions> Options { get; } = new(
        "the method 'grid'",
        new Option<GridOptions, int>(
            "Levels",
            Rules.Whole(1),
            o => o.ContinuousLevels,
            (o, v) => o with { ContinuousLevels = v },
            "how many levels every continuous parameter has that has none of its own",
            nameof(GridOptions.ContinuousLevels)),
        new KeyedOption<GridOptions, int>(
            "levels", Rules.Whole(1), o => o.Levels, (o, v) => o with { Levels = v }, "how many levels one parameter has", "all values"));
}
