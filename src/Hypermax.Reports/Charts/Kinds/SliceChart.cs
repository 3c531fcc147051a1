using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>The value of every trial over one parameter, coloured by trial number.</summary>
public static class SliceChart
{
    /// <summary>Makes the chart over the trials that have the parameter.</summary>
    /// <param name="data">A study with a complete trial that has the parameter.</param>
    /// <param name="parameter">The index of the parameter.</param>
    /// <param name="name">The name of the chart.</param>
    public static Chart Create(StudyData data, int parameter, string name)
    {
        Parameter declared = data.Space.Parameters[parameter];
        bool isAlways = declared.Conditions.Count == 0;
        int[] rows = Analysis.TopTrials.RowsWith(data, parameter);
        HashSet<string> taken = new(StringComparer.Ordinal) { "trial", data.ValueName, "place" };
        Column full = data.ParameterColumn(parameter);
        Column values = (isAlways ? full : full.Pick(rows)).Renamed(UniqueNames.For(declared.Name, taken));
        Column trials = isAlways ? data.TrialColumn : data.TrialColumn.Pick(rows);
        Column objective = isAlways ? data.ValueColumn : data.ValueColumn.Pick(rows);
        Axis y = Axes.OfObjective(data.ValueName, objective.Values, data.Sign);
        bool isCategorical = values.Labels is not null;
        List<Column> columns = [trials, values, objective];
        if (isCategorical)
        {
            columns.Add(new Column("place", Scattered(values, trials)));
        }

        return new Chart(
            new ChartSpec
            {
                Name = name,
                Kind = ChartKinds.Slice,
                Title = $"{Capital(data.ValueName)} by {declared.Name}",
                Note = Notes.Join(isAlways ? null : $"{Notes.Count(rows.Length, "trial")} that have this parameter", Notes.Beyond(y, objective.Values)),
                Description = $"The {data.ValueName} of every trial over {declared.Name}, light for late trials{(isCategorical ? "; dots of a choice are spread sideways so that all can be seen" : string.Empty)}.",
                Parameters = [declared.Name],
                X = Axes.OfParameter(declared, full.Values),
                Y = y,
                Colors = ColorScales.OfSequence("trial", trials[0], trials[trials.Count - 1]),
                Layers = [new PointsLayer { X = isCategorical ? "place" : values.Name, Y = data.ValueName, Color = "trial", Trial = "trial", Opacity = Opacities.ForCount(values.Count) + 0.1 }],
            },
            new Table(columns));
    }

    internal static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Spreads the dots of a choice sideways: multiples of the golden ratio fill any width evenly.</summary>
    private static double[] Scattered(Column values, Column trials)
    {
        double[] places = new double[values.Count];
        for (int row = 0; row < places.Length; row++)
        {
            double spread = ((trials[row] * 0.6180339887498949) % 1) - 0.5;
            places[row] = values[row] + (0.6 * spread);
        }

        return places;
    }
}
