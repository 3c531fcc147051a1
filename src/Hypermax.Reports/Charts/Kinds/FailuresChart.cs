using System.Globalization;
using Hypermax.Analysis;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Summary;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Failures by kind, and the share of failures along a parameter.</summary>
internal static class FailuresChart
{
    private const int MostBuckets = 10;

    /// <summary>Makes the chart of failures by kind.</summary>
    /// <param name="data">A study with at least one failed trial.</param>
    public static Chart CreateByKind(StudyData data)
    {
        (string Kind, int Count)[] kinds =
        [
            .. data.Failed.GroupBy(trial => trial.Outcome?.Failure ?? FailureKind.None)
                .Select(group => (Words.Failure(group.Key), group.Count()))
                .OrderByDescending(kind => kind.Item2),
        ];
        string[] names = [.. kinds.Select(kind => kind.Kind)];
        Table table = new(
            new Column("failure", [.. Enumerable.Range(0, kinds.Length).Select(i => (double)i)], names),
            new Column("trials", kinds.Select(kind => (double)kind.Count)),
            Column.OfTexts("text", kinds.Select(kind => kind.Count.ToString("#,0", CultureInfo.InvariantCulture))));
        return new Chart(
            new ChartSpec
            {
                Name = "failures",
                Kind = ChartKinds.Failures,
                Title = "Failed trials by kind",
                Note = string.Create(CultureInfo.InvariantCulture, $"{Notes.Count(data.Failed.Count, "trial")} of {data.Finished.Count:#,0} failed"),
                Description = "How many trials failed in which way.",
                X = Axes.OfNumbers("trials", [0, .. table["trials"].Values], fromZero: true, isWhole: true),
                Y = Axes.OfCategories(string.Empty, names) with { IsReversed = true },
                Layers = [new BarsLayer { Place = "failure", Value = "trials", Text = "text", Role = ColorRole.Failed, IsHorizontal = true }],
                Height = Math.Clamp(120 + (34 * kinds.Length), 180, 640),
            },
            table);
    }

    /// <summary>Makes the chart of the share of failed trials along a parameter.</summary>
    /// <param name="data">A study with failed trials.</param>
    /// <param name="parameter">The index of a parameter that some finished trial has.</param>
    /// <param name="name">The name of the chart.</param>
    public static Chart CreateAlong(StudyData data, int parameter, string name)
    {
        Parameter declared = data.Space.Parameters[parameter];
        TrialRecord[] trials = [.. data.Finished.Where(trial => trial.Point.Has(parameter))];
        Buckets buckets = Buckets.Of(declared, [.. trials.Select(trial => trial.Point[parameter])], MostBuckets);
        double[] all = new double[buckets.Count];
        double[] failed = new double[buckets.Count];
        foreach (TrialRecord trial in trials)
        {
            int bucket = buckets.IndexOf(trial.Point[parameter]);
            all[bucket]++;
            failed[bucket] += trial.State == TrialState.Failed ? 1 : 0;
        }

        string[] labels = [.. Enumerable.Range(0, buckets.Count).Select(i => buckets.Labels?[i] ?? Range(declared, buckets, i))];
        HashSet<string> taken = new(StringComparer.Ordinal) { "trials", "failed", "share", "text" };
        string head = UniqueNames.For(declared.Name, taken);
        Table table = new(
            new Column(head, [.. Enumerable.Range(0, buckets.Count).Select(i => (double)i)], labels),
            new Column("trials", all),
            new Column("failed", failed),
            new Column("share", all.Select((count, i) => count > 0 ? failed[i] / count : double.NaN)),
            Column.OfTexts("text", all.Select((count, i) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{failed[i]:0}/{count:0}") : null)));
        double overall = failed.Sum() / Math.Max(1, all.Sum());
        return new Chart(
            new ChartSpec
            {
                Name = name,
                Kind = ChartKinds.Failures,
                Title = $"Where trials fail, by {declared.Name}",
                Description = $"The share of failed trials in each part of the range of {declared.Name}; the dashed line is the share overall. "
                    + "Bars show failed of all trials there.",
                Parameters = [declared.Name],
                X = Axes.OfCategories(declared.Name, labels),
                Y = new Axis
                {
                    Title = "share failed",
                    Min = 0,
                    Max = Math.Min(1.05, 1.2 * table["share"].Values.ToArray().Where(share => share > 0).DefaultIfEmpty(1).Max()),
                },
                Layers =
                [
                    new BarsLayer { Place = head, Value = "share", Text = "text", Role = ColorRole.Failed, Opacity = 0.85 },
                    new RuleLayer
                    {
                        Value = overall,
                        Role = ColorRole.Trend,
                        Label = $"overall {(100 * overall).ToString("0.#", CultureInfo.InvariantCulture)} %",
                    },
                ],
            },
            table);
    }

    /// <summary>Gets the values of a bucket in words; of whole numbers the first and the last.</summary>
    private static string Range(Parameter parameter, Buckets buckets, int bucket)
    {
        (double low, double high) = (buckets.Edges[bucket], buckets.Edges[bucket + 1]);
        if (parameter is NumericParameter { IsInteger: true })
        {
            (low, high) = (bucket == 0 ? low : Math.Floor(low) + 1, Math.Floor(high));
        }

        return low == high ? NumberText.Digits(low, 3) : $"{NumberText.Digits(low, 3)} – {NumberText.Digits(high, 3)}";
    }
}
