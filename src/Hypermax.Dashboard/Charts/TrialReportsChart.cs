using Hypermax.Charts;
using Hypermax.Charts.Scales;
using Hypermax.Dashboard.Live;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Dashboard.Charts;

/// <summary>What one trial reported at each step, while it runs as well.</summary>
internal static class TrialReportsChart
{
    /// <summary>Makes the chart; null where there is no such trial, or it reported nothing.</summary>
    /// <param name="moment">The study, which has begun.</param>
    /// <param name="number">The number of the trial.</param>
    public static Chart? Create(StudyMoment moment, int number)
    {
        if (moment.Find(number) is not { } trial || moment.ReportsOf(trial) is not { Count: > 0 } reports)
        {
            return null;
        }

        StudyData data = moment.Data;
        Table table = new(
            new Column("step", reports.Select(report => (double)report.Step)),
            new Column(data.ValueName, reports.Select(report => double.IsFinite(report.Value) ? report.Value : double.NaN)));
        return new Chart(
            new ChartSpec
            {
                Name = FormattableString.Invariant($"trial_{number}_intermediate_values"),
                Kind = ChartKinds.IntermediateValues,
                Title = "Intermediate values",
                Description = FormattableString.Invariant($"What trial {number} reported at each step."),
                X = Axes.OfNumbers("step", table["step"].Values, isWhole: true),
                Y = Axes.OfNumbers(data.ValueName, table[data.ValueName].Values),
                Layers =
                [
                    new LineLayer { X = "step", Y = data.ValueName, Width = 2 },
                    new PointsLayer { X = "step", Y = data.ValueName, Radius = 3 },
                ],
                Height = 300,
            },
            table);
    }
}
