using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Parallel coordinates of three or more objectives: an axis for each, a line for each trial of the front.</summary>
internal static class ObjectivesChart
{
    private const int MostLines = 500;

    /// <summary>Makes the chart.</summary>
    /// <param name="data">A study of several objectives with a front.</param>
    public static Chart Create(StudyData data)
    {
        TrialRecord[] front = [.. data.Front.OrderByDescending(trial => data.Direction.ToLoss(trial.Values[0]))];
        TrialRecord[] shown = front.Length <= MostLines
            ? front
            : [.. Enumerable.Range(0, MostLines).Select(i => front[(int)((long)i * front.Length / MostLines)])];
        Column[] objectives =
        [
            .. Enumerable.Range(0, data.Header.Directions.Count)
                .Select(objective => new Column(data.ObjectiveTitle(objective), shown.Select(trial => trial.Values[objective]))),
        ];
        return new Chart(
            new ChartSpec
            {
                Name = "objectives",
                Kind = ChartKinds.Objectives,
                Title = "Objectives of the front",
                Note = shown.Length < front.Length ? $"{Notes.Count(shown.Length, "line")} for {Notes.Count(front.Length, "trial")}" : null,
                Description = $"A line for each trial of the front across one axis for each objective, coloured by {objectives[0].Name}: dark blue is best. "
                    + "Lines that cross between two axes say that one objective is paid for with the other.",
                Colors = ColorScales.OfBest(objectives[0].Name, [.. shown.Select(trial => data.Direction.ToLoss(trial.Values[0]))], data.Sign),
                Layers =
                [
                    new ParallelLayer
                    {
                        Axes = [.. objectives.Select(column => new ParallelAxis(column.Name, Axes.OfNumbers(column.Name, column.Values)))],
                        Color = objectives[0].Name,
                        Trial = "trial",
                    },
                ],
                Width = 640,
                Height = 400,
            },
            new Table([new Column("trial", shown.Select(trial => (double)trial.Number)), .. objectives]));
    }
}
