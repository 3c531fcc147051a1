using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>The value of every trial over one parameter, coloured by trial number.</summary>
internal static class SliceChart
{
    /// <summary>Makes the chart over the trials that have the parameter.</summary>
    /// <param name="data">A study with a complete trial that has the parameter.</param>
    /// <param name="parameter">The index of the parameter.</param>
    /// <param name="name">The name of the chart.</param>
    public static Chart Create(StudyData data, int parameter, string name)
    {
        Parameter declared = data.Space.Parameters[parameter];
        bool isAlways = declared.Conditions.Count == 0;
        int[] all = Analysis.TopTrials.RowsWith(data, parameter);
        int[] rows = Analysis.TopTrials.Drawn(data, all);
        bool isWhole = rows.Length == data.Complete.Count;
        HashSet<string> taken = new(StringComparer.Ordinal) { "trial", data.ValueName, "place" };
        Column full = data.ParameterColumn(parameter);
        Column values = (isWhole ? full : full.Pick(rows)).Renamed(UniqueNames.For(declared.Name, taken));
        Column trials = isWhole ? data.TrialColumn : data.TrialColumn.Pick(rows);
        Column objective = isWhole ? data.ValueColumn : data.ValueColumn.Pick(rows);
        Axis y = Axes.OfObjective(data.ValueName, objective.Values, data.Sign);
        Axis x = Axes.OfParameter(declared, full.Values);
        double gap = values.Labels is not null ? 1 : declared is NumericParameter && x.TickValues is { Count: > 1 } levels ? levels[1] - levels[0] : 0;
        List<Column> columns = [trials, values, objective];
        if (gap > 0)
        {
            columns.Add(new Column("place", Scattered(values, trials, 0.6 * gap)));
        }

        return new Chart(
            new ChartSpec
            {
                Name = name,
                Kind = ChartKinds.Slice,
                Title = $"{Capital(data.ValueName)} by {declared.Name}",
                Note = Notes.Join(
                    isAlways ? null : $"{Notes.Count(all.Length, "trial")} that have this parameter",
                    Analysis.TopTrials.DrawnNote(rows, all),
                    Notes.Beyond(y, objective.Values)),
                Description = $"The {data.ValueName} of every trial over {declared.Name}, "
                    + $"light for late trials{(gap > 0 ? "; dots of one value are spread sideways so that all can be seen" : string.Empty)}.",
                Parameters = [declared.Name],
                X = x,
                Y = y,
                Colors = ColorScales.OfSequence("trial", trials[0], trials[trials.Count - 1]),
                Layers =
                [
                    new PointsLayer
                    {
                        X = gap > 0 ? "place" : values.Name,
                        XValue = gap > 0 ? values.Name : null,
                        Y = data.ValueName,
                        Color = "trial",
                        Trial = "trial",
                        Opacity = Opacities.ForCount(values.Count) + 0.1,
                    },
                ],
            },
            new Table(columns));
    }

    internal static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Spreads the dots of a value sideways: multiples of the golden ratio fill any width evenly.</summary>
    private static double[] Scattered(Column values, Column trials, double width)
    {
        double[] places = new double[values.Count];
        for (int row = 0; row < places.Length; row++)
        {
            double spread = ((trials[row] * 0.6180339887498949) % 1) - 0.5;
            places[row] = values[row] + (width * spread);
        }

        return places;
    }
}
