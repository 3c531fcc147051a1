using Hypermax.Analysis;
using Hypermax.Analysis.Importances;
using Hypermax.Charts;
using Hypermax.Charts.Scales;
using Hypermax.Dashboard.Live;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Dashboard.Charts;

/// <summary>Charts of several studies at once: how the best value developed, how values are distributed, and what mattered.</summary>
internal static class ComparisonCharts
{
    /// <summary>The most studies of one comparison: as many as there are colours that can be told apart.</summary>
    public const int Most = 6;

    private const int MostPoints = 2000;

    private static readonly ColorRole[] Roles =
        [ColorRole.Primary, ColorRole.Secondary, ColorRole.Tertiary, ColorRole.Best, ColorRole.Failed, ColorRole.Trend];

    /// <summary>Makes the charts.</summary>
    public static IReadOnlyList<Chart> Create(IReadOnlyList<(string Name, StudyMoment Moment, StudyAnalysis Analysis)> studies)
    {
        List<Chart> charts = [];
        if (studies.Any(study => study.Analysis.Data.Complete.Count > 0))
        {
            charts.Add(History(studies));
            charts.Add(Distribution(studies));
        }

        if (studies.Any(study => study.Analysis.Data is { HasFront: false, Complete.Count: >= 8, Space.Count: > 0 }))
        {
            charts.Add(Importances(studies));
        }

        return charts;
    }

    private static Chart History(IReadOnlyList<(string Name, StudyMoment Moment, StudyAnalysis Analysis)> studies)
    {
        Dictionary<string, Table> parts = new(StringComparer.Ordinal);
        List<Layer> layers = [];
        List<double> all = [];
        int longest = 1;
        for (int i = 0; i < studies.Count; i++)
        {
            StudyData data = studies[i].Analysis.Data;
            List<double> counts = [];
            List<double> bests = [];
            double lowest = double.PositiveInfinity;
            for (int row = 0; row < data.Complete.Count; row++)
            {
                bool isBetter = data.Complete[row].IsFeasible && data.Losses[row] < lowest;
                lowest = isBetter ? data.Losses[row] : lowest;
                if (double.IsFinite(lowest) && (isBetter || row == data.Complete.Count - 1))
                {
                    counts.Add(row + 1);
                    bests.Add(data.Sign * lowest);
                }
            }

            longest = Math.Max(longest, data.Complete.Count);
            all.AddRange(bests);
            parts[Key(i)] = new Table(new Column("complete", counts), new Column("best", bests));
            layers.Add(new LineLayer { Table = Key(i), X = "complete", Y = "best", Label = studies[i].Name, Role = Roles[i], IsStep = true });
        }

        double sign = studies[0].Analysis.Data.Sign;
        return Of(
            "history",
            "Best so far",
            "The best value of each study after so many complete trials.",
            Axes.OfCounts("complete trials", [1, longest]),
            Axes.OfObjective(studies[0].Analysis.Data.ValueName, all.ToArray(), sign),
            layers,
            parts);
    }

    private static Chart Distribution(IReadOnlyList<(string Name, StudyMoment Moment, StudyAnalysis Analysis)> studies)
    {
        Dictionary<string, Table> parts = new(StringComparer.Ordinal);
        List<Layer> layers = [];
        List<double> all = [];
        for (int i = 0; i < studies.Count; i++)
        {
            StudyData data = studies[i].Analysis.Data;
            double[] sorted = [.. data.Losses.Order().Select(loss => data.Sign * loss)];
            int step = Math.Max(1, sorted.Length / MostPoints);
            int[] rows = [.. Enumerable.Range(0, sorted.Length).Where(row => row % step == 0 || row == sorted.Length - 1)];
            all.AddRange(sorted);
            parts[Key(i)] = new Table(
                new Column("value", rows.Select(row => sorted[row])), new Column("share", rows.Select(row => (row + 1.0) / sorted.Length)));
            layers.Add(new LineLayer { Table = Key(i), X = "value", Y = "share", Label = studies[i].Name, Role = Roles[i], IsStep = true });
        }

        StudyData first = studies[0].Analysis.Data;
        return Of(
            "distribution",
            "Distribution",
            "The share of the complete trials of each study that reached a value or a better one.",
            Axes.OfObjective(first.ValueName, all.ToArray(), first.Sign),
            new Axis { Title = "share of complete trials", Min = 0, Max = 1 },
            layers,
            parts);
    }

    private static Chart Importances(IReadOnlyList<(string Name, StudyMoment Moment, StudyAnalysis Analysis)> studies)
    {
        IEnumerable<Parameter> parameters = studies.SelectMany(study => study.Analysis.Data.Space.Parameters);
        string[] names = [.. parameters.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal)];
        Dictionary<string, double>[] shares =
        [
            .. studies.Select(study => study.Analysis.Data is { HasFront: false, Complete.Count: >= 8 } data
                ? data.Space.Parameters.Select((parameter, i) => (parameter.Name, Share(study.Analysis.Importances[i])))
                    .ToDictionary(entry => entry.Name, entry => entry.Item2, StringComparer.Ordinal)
                : []),
        ];
        names = [.. names.OrderByDescending(name => shares.Sum(share => share.GetValueOrDefault(name))).Take(20).Reverse()];
        Dictionary<string, Table> parts = new(StringComparer.Ordinal);
        List<Layer> layers = [];
        double width = 0.8 / studies.Count;
        for (int i = 0; i < studies.Count; i++)
        {
            parts[Key(i)] = new Table(
                new Column("parameter", [.. names.Select((_, place) => (double)place)], names),
                new Column("importance", names.Select(name => shares[i].TryGetValue(name, out double share) ? share : double.NaN)));
            layers.Add(new BarsLayer
            {
                Table = Key(i),
                Place = "parameter",
                Value = "importance",
                IsHorizontal = true,
                Label = studies[i].Name,
                Role = Roles[i],
                Thickness = width,
                Offset = ((studies.Count - 1) / 2.0 * width) - (i * width),
            });
        }

        return Of(
            "importances",
            "Importances",
            "How much each parameter mattered in each study, as shares of what parameters explain.",
            new Axis { Title = "importance", Min = 0, Max = Math.Max(0.05, shares.SelectMany(share => share.Values).DefaultIfEmpty(0).Max() * 1.08) },
            Axes.OfCategories(string.Empty, names),
            layers,
            parts,
            Math.Clamp(120 + (names.Length * (16 + (8 * studies.Count))), 260, 900));
    }

    // The main table of a chart has no layer here; each study has a part of its own.
    private static Chart Of(
        string kind, string title, string description, Axis x, Axis y, IReadOnlyList<Layer> layers, Dictionary<string, Table> parts, int height = 400) => new(
        new ChartSpec { Name = kind, Kind = kind, Title = title, Description = description, X = x, Y = y, Layers = layers, Height = height },
        new Table(),
        parts);

    private static double Share(ParameterImportance importance) => double.IsFinite(importance.Share) ? importance.Share : 0;

    private static string Key(int study) => FormattableString.Invariant($"study {study + 1}");
}
