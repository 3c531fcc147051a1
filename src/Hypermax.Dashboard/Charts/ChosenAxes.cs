using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Dashboard.Charts;

/// <summary>A chart of trials over two columns that somebody chose, coloured by a third.</summary>
internal static class ChosenAxes
{
    private const int MostPoints = 20_000;
    private const int MostTexts = 40;

    /// <summary>Makes the chart.</summary>
    /// <param name="data">The study.</param>
    /// <param name="table">Its trials as a table.</param>
    /// <param name="trials">The trials to draw.</param>
    /// <param name="across">The column across.</param>
    /// <param name="up">The column up.</param>
    /// <param name="color">The column of colours, or null for the value.</param>
    /// <exception cref="FormatException">There is no such column, or it has too many words for an axis.</exception>
    public static Chart Create(StudyData data, TrialTable table, IReadOnlyList<TrialRecord> trials, string across, string up, string? color)
    {
        (TrialColumn x, TrialColumn y) = (table.Find(across), table.Find(up));
        TrialColumn shade = table.Find(string.IsNullOrEmpty(color) ? table.Columns[2].Name : color);
        TrialRecord[] drawn = [.. Evenly(trials.Where(trial => Has(x, trial) && Has(y, trial)))];
        (Column xs, Axis xAxis) = Place(data, x, drawn, "x");
        (Column ys, Axis yAxis) = Place(data, y, drawn, "y");
        bool isText = IsText(shade, drawn);
        Column shades = isText
            ? Column.OfTexts("colour", drawn.Select(shade.Text))
            : new Column("colour", drawn.Select(shade.Number));
        double[] losses = [.. shades.Values.ToArray().Where(double.IsFinite)];
        ColorRole[] roles = [ColorRole.Primary, ColorRole.Secondary, ColorRole.Tertiary, ColorRole.Best, ColorRole.Trend, ColorRole.Failed];
        ColorScale scale = isText
            ? new ColorScale
            {
                Title = shade.Name,
                Roles = [.. shades.Labels!.Select((label, i) => new ColorLabel(label, roles[Math.Min(i, roles.Length - 1)]))],
            }
            : shade.Name == data.ValueName ? ColorScales.OfLosses(shade.Name, losses.Select(value => data.Sign * value), data.Sign)
            : ColorScales.OfSequence(shade.Name, losses.DefaultIfEmpty(0).Min(), losses.DefaultIfEmpty(1).Max());
        return new Chart(
            new ChartSpec
            {
                Name = "chosen",
                Kind = ChartKinds.Scatter,
                Title = $"{y.Name} over {x.Name}",
                Note = drawn.Length < trials.Count
                    ? FormattableString.Invariant($"{drawn.Length} of {trials.Count} trials: those that have both, at most {MostPoints} of them")
                    : null,
                Description = $"A point for each trial that has both: {x.Name} across, {y.Name} up, coloured by {shade.Name}.",
                X = xAxis,
                Y = yAxis,
                Colors = scale,
                Layers = [new PointsLayer { X = "x", Y = "y", Color = "colour", Trial = "trial", Radius = 3.5, Opacity = drawn.Length > 2000 ? 0.5 : 0.8 }],
                Width = 1000,
                Height = 440,
            },
            new Table(new Column("trial", drawn.Select(trial => (double)trial.Number)), xs, ys, shades));
    }

    private static bool Has(TrialColumn column, TrialRecord trial) => double.IsFinite(column.Number(trial)) || column.Text(trial).Length > 0;

    private static bool IsText(TrialColumn column, TrialRecord[] trials) => !Array.Exists(trials, trial => double.IsFinite(column.Number(trial)));

    private static (Column Values, Axis Axis) Place(StudyData data, TrialColumn column, TrialRecord[] trials, string name)
    {
        if (IsText(column, trials))
        {
            Column texts = Column.OfTexts(name, trials.Select(column.Text));
            return texts.Labels!.Count > MostTexts
                ? throw new FormatException(FormattableString.Invariant(
                    $"'{column.Name}' has {texts.Labels.Count} different texts, too many for an axis. Choose another column."))
                : (texts, Axes.OfCategories(column.Name, texts.Labels));
        }

        Column values = new(name, trials.Select(column.Number));
        int parameter = data.Space.IndexOf(column.Name);
        return (values, parameter >= 0 ? Axes.OfParameter(data.Space.Parameters[parameter], values.Values)
            : column.Name == data.ValueName ? Axes.OfObjective(column.Name, values.Values, data.Sign)
            : column.Name == "trial" ? Axes.OfCounts(column.Name, values.Values)
            : Axes.OfNumbers(column.Name, values.Values));
    }

    private static IEnumerable<TrialRecord> Evenly(IEnumerable<TrialRecord> trials)
    {
        TrialRecord[] all = [.. trials];
        int step = (all.Length + MostPoints - 1) / MostPoints;
        return step <= 1 ? all : all.Where((_, i) => i % step == 0);
    }
}
