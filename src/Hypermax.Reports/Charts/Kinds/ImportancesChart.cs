using Hypermax.Analysis;
using Hypermax.Analysis.Importances;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>How much each parameter matters, by two measures with their spread.</summary>
internal static class ImportancesChart
{
    private const int Most = 20;

    /// <summary>Makes the chart.</summary>
    /// <param name="analysis">A study with at least eight complete trials and one parameter.</param>
    public static Chart Create(StudyAnalysis analysis)
    {
        StudyData data = analysis.Data;
        int[] shown = [.. analysis.ByImportance.Take(Most)];
        ParameterImportance[] anova = [.. shown.Select(i => analysis.Importances[i])];
        ParameterImportance[] ranks = [.. shown.Select(i => analysis.RankImportances[i])];
        string[] names = [.. shown.Select(i => data.Space.Parameters[i].Name)];
        Table table = new(
            new Column("parameter", [.. Enumerable.Range(0, shown.Length).Select(i => (double)i)], names),
            new Column("fanova", anova.Select(importance => importance.Share)),
            new Column("fanova_low", anova.Select(importance => Math.Max(0, importance.Share - importance.Spread))),
            new Column("fanova_high", anova.Select(importance => Math.Min(1, importance.Share + importance.Spread))),
            new Column("rank", ranks.Select(importance => importance.Share)),
            new Column("rank_low", ranks.Select(importance => Math.Max(0, importance.Share - importance.Spread))),
            new Column("rank_high", ranks.Select(importance => Math.Min(1, importance.Share + importance.Spread))));
        double[] ends = [0, .. table["fanova_high"].Values, .. table["rank_high"].Values];
        return new Chart(
            new ChartSpec
            {
                Name = "importances",
                Kind = ChartKinds.Importances,
                Title = "Parameter importances",
                Note = Notes.Join(
                    shown.Length < data.Space.Count ? $"the {shown.Length} most important of {data.Space.Count} parameters" : null,
                    FormattableString.Invariant(
                        $"interactions explain a further {Math.Max(0, 1 - analysis.Importances.Sum(importance => importance.Share)):0 %} of the variance")),
                Description = $"The share of the variance of the {data.ValueName} that each parameter explains alone: "
                    + "by functional analysis of variance of a random forest, and by ranks, which extreme values do not move. "
                    + "Whiskers are one standard deviation.",
                X = Axes.OfNumbers("share of variance explained", ends, fromZero: true),
                Y = Axes.OfCategories(string.Empty, names) with { IsReversed = true },
                Layers =
                [
                    new BarsLayer
                    {
                        Place = "parameter",
                        Value = "fanova",
                        Low = "fanova_low",
                        High = "fanova_high",
                        IsHorizontal = true,
                        Thickness = 0.36,
                        Offset = -0.19,
                        Label = "fANOVA",
                    },
                    new BarsLayer
                    {
                        Place = "parameter",
                        Value = "rank",
                        Low = "rank_low",
                        High = "rank_high",
                        IsHorizontal = true,
                        Thickness = 0.36,
                        Offset = 0.19,
                        Role = ColorRole.Secondary,
                        Label = "rank-based",
                    },
                ],
                Height = Math.Clamp(130 + (34 * shown.Length), 200, 820),
            },
            table);
    }
}
