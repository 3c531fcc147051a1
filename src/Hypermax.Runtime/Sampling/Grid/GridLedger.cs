using Hypermax.Settings;

namespace Hypermax.Sampling.Grid;

/// <summary>The options of a grid.</summary>
internal static class GridLedger
{
    public static OptionLedger<GridOptions> Options { get; } = new(
        "the method 'grid'",
        new Option<GridOptions, int>("Levels", Rules.Whole(1), o => o.ContinuousLevels, (o, v) => o with { ContinuousLevels = v }, "how many levels every continuous parameter has that has none of its own", nameof(GridOptions.ContinuousLevels)),
        new LevelsOption());

    /// <summary>The levels of single parameters: <c>levels.rate=7</c>.</summary>
    private sealed class LevelsOption : IOption<GridOptions>
    {
        private const string Prefix = "levels.";
        private static readonly Rule<int> Rule = Rules.Whole(1);

        public IReadOnlyList<OptionRow> Rows => [new OptionRow("levels.NAME", Rule.Words, "all values", "how many levels one parameter has")];

        public bool IsNamed(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && name.Length > Prefix.Length;

        public GridOptions Set(GridOptions options, string name, string text, Violations violations)
        {
            bool isRead = Rule.TryRead(text, out int levels, out _) && Rule.Accepts(levels);
            violations.Require(isRead, name, text, $"must be {Rule.Words}");
            return isRead
                ? options with { Levels = new Dictionary<string, int>(options.Levels, StringComparer.Ordinal) { [name[Prefix.Length..]] = levels } }
                : options;
        }

        public void Check(GridOptions options, Violations violations)
        {
            foreach ((string name, int levels) in options.Levels)
            {
                violations.Require(Rule.Accepts(levels), Prefix + name, levels, $"must be {Rule.Words}");
            }
        }
    }
}
