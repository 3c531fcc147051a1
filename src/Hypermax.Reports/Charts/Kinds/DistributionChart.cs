using Hypermax.Analysis;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>Which share of the trials reached a value: the empirical distribution, for all trials and for both halves of the search.</summary>
internal static class DistributionChart
{
    /// <summary>More steps than a picture has pixels show nothing more.</summary>
    private const int MostSteps = 2_000;

    /// <summary>Makes the chart.</summary>
    /// <param name="data">A study with at least one complete trial.</param>
    public static Chart Create(StudyData data)
    {
        int half = data.Complete.Count / 2;
        Axis x = Axes.OfObjective(data.ValueName, data.ValueColumn.Values, data.Sign);
        double[] values = data.ValueColumn.Values.ToArray();
        List<(string Series, double Value, double Share)> rows = [.. Steps("all trials", values)];
        bool hasHalves = half >= 5;
        if (hasHalves)
        {
            rows.AddRange(Steps("first half", values[..half]));
            rows.AddRange(Steps("second half", values[half..]));
        }

        Table table = TableOf(data, rows.Where(row => row.Series == "all trials"));
        Dictionary<string, Table> parts = new(StringComparer.Ordinal);
        List<Layer> layers = [];
        if (hasHalves)
        {
            parts.Add("first half", TableOf(data, rows.Where(row => row.Series == "first half")));
            parts.Add("second half", TableOf(data, rows.Where(row => row.Series == "second half")));
            layers.Add(
                new LineLayer
                {
                    Table = "first half",
                    X = data.ValueName,
                    Y = "share",
                    IsStep = true,
                    Role = ColorRole.Muted,
                    Width = 1.5,
                    Label = "first half",
                });
            layers.Add(
                new LineLayer
                {
                    Table = "second half",
                    X = data.ValueName,
                    Y = "share",
                    IsStep = true,
                    Role = ColorRole.Secondary,
                    Width = 1.5,
                    Label = "second half",
                });
        }

        layers.Add(new LineLayer { X = data.ValueName, Y = "share", IsStep = true, Label = hasHalves ? "all trials" : null });
        string reach = data.Sign > 0 ? "at or below" : "at or above";
        return new Chart(
            new ChartSpec
            {
                Name = "distribution",
                Kind = ChartKinds.Distribution,
                Title = $"Distribution of the {data.ValueName}",
                Note = Notes.Beyond(x, values),
                Description = $"The share of trials with a {data.ValueName} {reach} each value. A second half that rises earlier than the first shows that "
                    + "the search learnt something.",
                X = x,
                Y = new Axis { Title = $"share of trials {reach}", Min = 0, Max = 1 },
                Layers = layers,
            },
            table,
            parts);

        IEnumerable<(string, double, double)> Steps(string series, double[] part) => data.Sign > 0
            ? TopTrials.Evenly([.. part.Order().Select((value, i) => (series, value, (i + 1.0) / part.Length))], MostSteps)
            : TopTrials.Evenly([.. part.OrderDescending().Select((value, i) => (series, value, (i + 1.0) / part.Length))], MostSteps);
    }

    private static Table TableOf(StudyData data, IEnumerable<(string Series, double Value, double Share)> rows)
    {
        (string Series, double Value, double Share)[] all = [.. rows];
        return new Table(new Column(data.ValueName, all.Select(row => row.Value)), new Column("share", all.Select(row => row.Share)));
    }
}
