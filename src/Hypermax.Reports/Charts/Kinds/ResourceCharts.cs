using Hypermax.Analysis;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>How long trials took and how much memory they used.</summary>
internal static class ResourceCharts
{
    /// <summary>Makes the chart of run times.</summary>
    /// <param name="data">A study with at least one finished trial.</param>
    public static Chart CreateRunTime(StudyData data) => Create(
        data,
        "run_time",
        ChartKinds.RunTime,
        "Run time of trials",
        "seconds",
        data.Finished,
        trial => trial.Duration.TotalSeconds);

    /// <summary>Tells whether the memory of any trial was measured.</summary>
    /// <param name="data">The study.</param>
    public static bool HasMemory(StudyData data) => data.Finished.Any(trial => trial.Outcome?.Usage is { PeakBytes: > 0 });

    /// <summary>Makes the chart of peak memory.</summary>
    /// <param name="data">A study of which a trial's memory was measured.</param>
    public static Chart CreateMemory(StudyData data) => Create(
        data,
        "memory",
        ChartKinds.Memory,
        "Peak memory of trials",
        "MiB",
        [.. data.Finished.Where(trial => trial.Outcome?.Usage is { PeakBytes: > 0 })],
        trial => trial.Outcome!.Usage!.PeakBytes / (1024.0 * 1024.0));

    private static Chart Create(
        StudyData data, string name, string kind, string title, string unit, IReadOnlyList<TrialRecord> all, Func<TrialRecord, double> read)
    {
        double median = Quantiles.OfUnsorted(all.Select(read), 0.5);
        IReadOnlyList<TrialRecord> trials = TopTrials.Evenly(all);
        Column values = new(unit, trials.Select(read));
        Axis y = Axes.OfAmounts(unit, values.Values);
        return new Chart(
            new ChartSpec
            {
                Name = name,
                Kind = kind,
                Title = title,
                Note = Notes.Join(
                    trials.Count < all.Count ? $"{Notes.Count(trials.Count, "trial")} of {Notes.Count(all.Count, "trial")}" : null,
                    $"median {NumberText.Digits(median, 3)} {unit}",
                    Notes.Beyond(y, values.Values)),
                Description = $"{title} in {unit} in the order of trial numbers, coloured by how the trial ended; the dashed line is the median.",
                X = Axes.OfCounts("trial", [.. data.Finished.Select(trial => (double)trial.Number)]),
                Y = y,
                Colors = StateColors.Scale,
                Layers =
                [
                    new PointsLayer { X = "trial", Y = unit, Color = "state", Trial = "trial", Opacity = Opacities.ForCount(trials.Count) },
                    new RuleLayer { Value = median, Role = ColorRole.Trend, Label = "median" },
                ],
            },
            new Table(
                new Column("trial", trials.Select(trial => (double)trial.Number)),
                values,
                new Column("state", [.. trials.Select(trial => StateColors.IndexOf(trial.State))], StateColors.Labels)));
    }
}
