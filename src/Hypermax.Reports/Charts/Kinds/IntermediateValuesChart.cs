using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>The intermediate values that trials reported, by step.</summary>
internal static class IntermediateValuesChart
{
    private const int MostTrials = 200;

    /// <summary>Tells whether any trial reported a value.</summary>
    /// <param name="data">The study.</param>
    public static bool IsPossible(StudyData data) => data.Trials.Any(trial => trial.Outcome is { Reports.Count: > 0 });

    /// <summary>Makes the chart.</summary>
    /// <param name="data">A study of which a trial reported a value.</param>
    public static Chart Create(StudyData data)
    {
        TrialRecord[] reporting = [.. data.Trials.Where(trial => trial.Outcome is { Reports.Count: > 0 })];
        TrialRecord[] shown = reporting.Length <= MostTrials
            ? reporting
            : [
                .. reporting.OrderByDescending(trial => double.IsFinite(trial.Value) ? data.Sign * trial.Value : double.MaxValue)
                    .TakeLast(MostTrials)
                    .OrderBy(trial => trial.Number),
            ];
        List<(TrialRecord Trial, TrialReport Report)> rows = [.. shown.SelectMany(trial => trial.Outcome!.Reports.Select(report => (trial, report)))];
        Table table = new(
            new Column("trial", rows.Select(row => (double)row.Trial.Number)),
            new Column("step", rows.Select(row => (double)row.Report.Step)),
            new Column(data.ValueName, rows.Select(row => double.IsFinite(row.Report.Value) ? row.Report.Value : double.NaN)),
            new Column("state", [.. rows.Select(row => StateColors.IndexOf(row.Trial.State))], StateColors.Labels));
        Axis y = Axes.OfObjective(data.ValueName, table[data.ValueName].Values, data.Sign);
        return new Chart(
            new ChartSpec
            {
                Name = "intermediate_values",
                Kind = ChartKinds.IntermediateValues,
                Title = "Intermediate values",
                Note = Notes.Join(
                    shown.Length < reporting.Length ? $"the best {Notes.Count(shown.Length, "trial")} of {Notes.Count(reporting.Length, "trial")}" : null,
                    Notes.Beyond(y, table[data.ValueName].Values)),
                Description = $"The {data.ValueName} that each trial reported, step by step, coloured by how the trial ended.",
                X = Axes.OfNumbers("step", table["step"].Values, isWhole: true),
                Y = y,
                Colors = StateColors.Scale,
                Layers =
                [
                    new LineLayer
                    {
                        X = "step",
                        Y = data.ValueName,
                        Series = "trial",
                        Color = "state",
                        Trial = "trial",
                        Width = 1.2,
                        Opacity = Opacities.ForCount(shown.Length),
                    },
                ],
            },
            table);
    }
}
