using System.Globalization;
using System.Runtime.InteropServices;
using Hypermax.Analysis;
using Hypermax.Analysis.Trends;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Hypermax's charts of one parameter: value or time by value or by bucket of the parameter, with a straight and an exponential trend.</summary>
/// <remarks>
/// <para>Plain charts show the mean of the trials of each value (to four significant digits), bucketed ones mean, median and best of up to
/// 20 buckets, at the middle of the bucket. Trends are fitted on the scale that is drawn, so that they are straight or exponential to the eye.</para>
/// <para>Mended against Hypermax: no group is dropped, the top tenth is of trials and not of values, losses may have any sign, choices have charts too.</para>
/// </remarks>
internal static class SingleChart
{
    private const int MostBuckets = 20;

    /// <summary>Makes the chart of group means by value.</summary>
    public static Chart CreatePlain(StudyData data, int parameter, Measure measure, double share, string name)
    {
        int[] rows = Rows(data, parameter, measure, share);
        Parameter declared = data.Space.Parameters[parameter];
        bool isCategorical = declared is CategoricalParameter;
        ReadOnlySpan<double> values = data.ParameterColumn(parameter).Values;
        double[] keys = new double[rows.Length];
        double[] amounts = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            double value = values[rows[i]];
            (keys[i], amounts[i]) = (isCategorical ? value : NumberText.Rounded(value, 4), measure.Key[rows[i]]);
        }

        Array.Sort(keys, amounts);
        (double[] x, double[] mean, double[] counts) = Means(keys, amounts, measure.Sign);
        string head = Head(declared, measure.Name, "trials");
        Axis axis = Axes.OfParameter(declared, x);
        List<Column> columns = [new Column(head, x, data.ParameterColumn(parameter).Labels), new Column(measure.Name, mean), new Column("trials", counts)];
        List<Layer> layers =
        [
            new PointsLayer
            {
                X = head,
                Y = measure.Name,
                Radius = isCategorical ? 5 : 3,
                Opacity = isCategorical ? 1 : Opacities.ForCount(x.Length) + 0.1,
                Label = $"mean {measure.Name} by value",
            },
        ];
        AddTrends(columns, layers, axis, head, x, mean);
        Axis y = measure.ToAxis(mean);
        return new Chart(
            Spec(data, declared, measure, share, rows.Length, name, bucketed: false) with
            {
                X = axis,
                Y = y,
                Layers = layers,
                Note = Notes.Join(RowsNote(data, rows.Length, share), Notes.Beyond(y, mean)),
            },
            new Table(columns));
    }

    /// <summary>Makes the chart of mean, median and best by bucket.</summary>
    public static Chart CreateBucketed(StudyData data, int parameter, Measure measure, double share, string name)
    {
        int[] rows = Rows(data, parameter, measure, share);
        Parameter declared = data.Space.Parameters[parameter];
        ReadOnlySpan<double> all = data.ParameterColumn(parameter).Values;
        double[] values = new double[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            values[i] = all[rows[i]];
        }

        Buckets buckets = Buckets.Of(declared, values, MostBuckets);
        List<double>[] keys = [.. Enumerable.Range(0, buckets.Count).Select(_ => new List<double>())];
        for (int i = 0; i < rows.Length; i++)
        {
            keys[buckets.IndexOf(values[i])].Add(measure.Key[rows[i]]);
        }

        int[] filled = [.. Enumerable.Range(0, keys.Length).Where(bucket => keys[bucket].Count > 0)];
        double[] Series(Reduction reduction) => [.. filled.Select(bucket => measure.Sign * Groups.Reduce(CollectionsMarshal.AsSpan(keys[bucket]), reduction))];
        bool isLabelled = buckets.Labels is not null;
        double[] x = [.. filled.Select(bucket => isLabelled ? bucket : buckets.Middle(bucket))];
        double[] mean = Series(Reduction.Mean);
        string best = measure.Sign > 0 ? "min" : "max";
        string head = Head(declared, "mean", "median", best, "from", "to", "trials");
        List<Column> columns = [new Column(head, x, buckets.Labels)];
        if (!isLabelled)
        {
            columns.Add(new Column("from", filled.Select(bucket => buckets.Edges[bucket])));
            columns.Add(new Column("to", filled.Select(bucket => buckets.Edges[bucket + 1])));
        }

        columns.AddRange([
            new Column("mean", mean), new Column("median", Series(Reduction.Median)), new Column(best, Series(Reduction.Min)),
            new Column("trials", filled.Select(bucket => (double)keys[bucket].Count)),
        ]);
        bool isUnordered = declared is CategoricalParameter { IsOrdered: false };
        List<Layer> layers = [];
        foreach ((string series, ColorRole role) in (ReadOnlySpan<(string, ColorRole)>)[
            ("mean", ColorRole.Primary), ("median", ColorRole.Secondary), (best, ColorRole.Best),
        ])
        {
            if (!isUnordered)
            {
                layers.Add(new LineLayer { X = head, Y = series, Role = role, Width = 1.2, Opacity = 0.6 });
            }

            layers.Add(new PointsLayer { X = head, Y = series, Role = role, Radius = 4, Label = series == best ? $"best ({best})" : series });
        }

        Axis axis = isLabelled
            ? Axes.OfCategories(declared.Name, buckets.Labels!)
            : Axes.OfParameter(declared, [buckets.Edges[0], buckets.Edges[^1]]) with { Min = buckets.Edges[0], Max = buckets.Edges[^1] };
        AddTrends(columns, layers, axis, head, x, mean);
        double[] shown = [.. mean, .. Series(Reduction.Median), .. Series(Reduction.Min)];
        Axis y = measure.ToAxis(shown);
        return new Chart(
            Spec(data, declared, measure, share, rows.Length, name, bucketed: true) with
            {
                X = axis,
                Y = y,
                Layers = layers,
                Note = Notes.Join(RowsNote(data, rows.Length, share), Notes.Beyond(y, shown)),
            },
            new Table(columns));
    }

    /// <summary>Reduces sorted keys to the different ones with the mean and the number of their amounts.</summary>
    private static (double[] Keys, double[] Means, double[] Counts) Means(ReadOnlySpan<double> keys, ReadOnlySpan<double> amounts, double sign)
    {
        List<double> different = [], means = [], counts = [];
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            different.Add(keys[start]);
            means.Add(sign * Groups.Reduce(amounts[start..end], Reduction.Mean));
            counts.Add(end - start);
        }

        return ([.. different], [.. means], [.. counts]);
    }

    private static ChartSpec Spec(StudyData data, Parameter parameter, Measure measure, double share, int rows, string name, bool bucketed) => new()
    {
        Name = name,
        Kind = ChartKinds.Single,
        Title = $"{measure.Capital} by {parameter.Name}{(bucketed ? " in buckets" : string.Empty)}{(share < 1 ? TopWords(measure, share) : string.Empty)}",
        Description = bucketed
            ? $"Mean, median and best {measure.Name} of the trials in each bucket of {parameter.Name}, over {Notes.Count(rows, "trial")}."
            : $"The mean {measure.Name} of the trials of each value of {parameter.Name}, over {Notes.Count(rows, "trial")}, "
                + "with a straight and an exponential trend where they can be fitted.",
        Parameters = [parameter.Name],
        Layers = [],
    };

    internal static string TopWords(Measure measure, double share) =>
        string.Create(CultureInfo.InvariantCulture, $" ({(measure.Name == "time" ? "fastest" : "best")} {share * 100:0.#} % of trials)");

    internal static string? RowsNote(StudyData data, int rows, double share) =>
        share >= 1 && rows == data.Complete.Count ? null : $"{Notes.Count(rows, "trial")} of {Notes.Count(data.Complete.Count, "complete trial")}";

    private static int[] Rows(StudyData data, int parameter, Measure measure, double share)
    {
        int[] rows = TopTrials.RowsWith(data, parameter);
        return share < 1 ? TopTrials.Best(rows, measure, share) : rows;
    }

    private static string Head(Parameter parameter, params string[] taken) =>
        UniqueNames.For(parameter.Name, new HashSet<string>(taken, StringComparer.Ordinal) { "linear_trend", "exponential_trend" });

    private static void AddTrends(List<Column> columns, List<Layer> layers, Axis axis, string head, double[] x, double[] y)
    {
        if (axis.Scale == ScaleKind.Category && axis.Categories!.Count > 0 && !double.TryParse(axis.Categories[0], CultureInfo.InvariantCulture, out _))
        {
            return;
        }

        double[] drawn = axis.Scale == ScaleKind.Log ? [.. x.Select(Math.Log10)] : x;
        if (LinearTrend.Fit(drawn, y) is { } line)
        {
            columns.Add(new Column("linear_trend", drawn.Select(line.At)));
            layers.Add(new LineLayer { X = head, Y = "linear_trend", Role = ColorRole.Trend, IsDashed = true, Width = 1.5, Label = "straight trend" });
        }

        if (ExponentialTrend.Fit(drawn, y) is { } curve)
        {
            columns.Add(new Column("exponential_trend", drawn.Select(curve.At)));
            layers.Add(
                new LineLayer { X = head, Y = "exponential_trend", Role = ColorRole.Tertiary, IsDashed = true, Width = 1.5, Label = "exponential trend" });
        }
    }
}
