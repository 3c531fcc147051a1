using Hypermax.Analysis;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Parallel coordinates: an axis for the objective and each parameter, a line for each trial.</summary>
internal static class ParallelChart
{
    private const int MostLines = 1000;
    private const int MostParameters = 13;

    /// <summary>Makes the chart: all trials of a small study, the best tenth and an even sample of the others of a large one.</summary>
    /// <param name="analysis">A study with at least one complete trial and one parameter.</param>
    public static Chart Create(StudyAnalysis analysis)
    {
        StudyData data = analysis.Data;
        int[] shown = [.. analysis.ByImportance.Take(MostParameters)];
        Array.Sort(shown);
        int[] rows = Rows(data);
        HashSet<string> taken = new(StringComparer.Ordinal) { "trial", data.ValueName };
        List<Column> columns = [data.TrialColumn.Pick(rows), data.ValueColumn.Pick(rows)];
        List<ParallelAxis> axes = [];
        foreach (int parameter in shown)
        {
            Column column = data.ParameterColumn(parameter);
            string name = UniqueNames.For(column.Name, taken);
            columns.Add(column.Pick(rows).Renamed(name));
            axes.Add(new ParallelAxis(name, Axes.OfParameter(data.Space.Parameters[parameter], column.Values)));
        }

        axes.Add(new ParallelAxis(data.ValueName, Axes.OfObjective(data.ValueName, data.ValueColumn.Values, data.Sign)));
        return new Chart(
            new ChartSpec
            {
                Name = "parallel_coordinates",
                Kind = ChartKinds.ParallelCoordinates,
                Title = "Parallel coordinates",
                Note = Notes.Join(
                    rows.Length < data.Complete.Count
                        ? $"the best tenth and a sample of the rest: {Notes.Count(rows.Length, "line")} for {Notes.Count(data.Complete.Count, "trial")}"
                        : null,
                    shown.Length < data.Space.Count ? $"the {shown.Length} most important of {data.Space.Count} parameters" : null),
                Description = $"A line for each trial across one axis for each parameter and the {data.ValueName}, coloured by the {data.ValueName}: "
                    + "dark blue is best. Lines that run below an axis belong to trials that do not have the parameter.",
                Colors = ColorScales.OfBest(data.ValueName, data.Losses, data.Sign),
                Layers = [new ParallelLayer { Axes = axes, Color = data.ValueName, Trial = "trial" }],
                Width = Math.Clamp(160 + (86 * axes.Count), 640, 1360),
                Height = 440,
            },
            new Table(columns));
    }

    private static int[] Rows(StudyData data)
    {
        int[] worstFirst = [.. Enumerable.Range(0, data.Complete.Count).OrderByDescending(row => data.Losses[row])];
        if (worstFirst.Length <= MostLines)
        {
            return worstFirst;
        }

        int best = Math.Min((worstFirst.Length + 9) / 10, MostLines / 2);
        int others = MostLines - best;
        int rest = worstFirst.Length - best;
        return [.. Enumerable.Range(0, others).Select(i => worstFirst[(int)((long)i * rest / others)]), .. worstFirst[rest..]];
    }
}
