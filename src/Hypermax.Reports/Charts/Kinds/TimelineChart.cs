using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>When each worker ran which trial, and how it ended.</summary>
internal static class TimelineChart
{
    private const int MostTrials = 3000;

    /// <summary>Tells whether any trial has begun and took time.</summary>
    /// <param name="data">The study.</param>
    public static bool IsPossible(StudyData data) => data.HasTimes && Begun(data).Any();

    /// <summary>Makes the chart.</summary>
    /// <param name="data">A study of which a trial has begun.</param>
    public static Chart Create(StudyData data)
    {
        TrialRecord[] begun = [.. Begun(data)];
        TrialRecord[] trials = begun[Math.Max(0, begun.Length - MostTrials)..];
        DateTimeOffset start = trials.Min(trial => trial.Started);
        DateTimeOffset end = trials.Max(trial => trial.Started + trial.Duration);
        (double seconds, string unit) = (end - start).TotalSeconds switch { > 7200 => (3600.0, "hours"), > 180 => (60.0, "minutes"), _ => (1.0, "seconds") };
        int[] workers = [.. trials.Select(trial => trial.Worker).Distinct().Order()];
        double Place(DateTimeOffset moment) => (moment - start).TotalSeconds / seconds;
        Table table = new(
            new Column("trial", trials.Select(trial => (double)trial.Number)),
            new Column(
                "worker",
                [.. trials.Select(trial => (double)Array.IndexOf(workers, trial.Worker))],
                [.. workers.Select(worker => FormattableString.Invariant($"worker {worker}"))]),
            new Column("from", trials.Select(trial => Place(trial.Started))),
            new Column("to", trials.Select(trial => trial.IsFinished ? Place(trial.Started + trial.Duration) : Place(end))),
            new Column("state", [.. trials.Select(trial => StateColors.IndexOf(trial.State))], StateColors.Labels));
        double[] places = [0, .. table["to"].Values];
        return new Chart(
            new ChartSpec
            {
                Name = "timeline",
                Kind = ChartKinds.Timeline,
                Title = "Timeline of trials",
                Note = trials.Length < begun.Length ? $"the last {Notes.Count(trials.Length, "trial")} of {Notes.Count(begun.Length, "trial")}" : null,
                Description = $"A bar for each trial from its start to its end, one lane for each of {Notes.Count(workers.Length, "worker")}, "
                    + "coloured by how it ended. Gaps are time in which a worker had nothing to do.",
                X = Axes.OfCounts(
                    $"{unit} since {start.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)} UTC",
                    places) with { IsWhole = false, Max = Math.Max(places.Max(), 1e-6) },
                Y = Axes.OfCategories(string.Empty, table["worker"].Labels!) with { IsReversed = true },
                Colors = StateColors.Scale,
                Layers = [new SpansLayer { From = "from", To = "to", Lane = "worker", Color = "state", Trial = "trial" }],
                Height = Math.Clamp(140 + (26 * workers.Length), 200, 640),
            },
            table);
    }

    private static IEnumerable<TrialRecord> Begun(StudyData data) => data.Trials.Where(trial => trial.Started != default);
}
