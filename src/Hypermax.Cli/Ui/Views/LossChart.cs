using System.Globalization;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>The values of the trials over their numbers, as dots, and the best so far as a line; letters for those on the training data, if reported.</summary>
internal static class LossChart
{
    private const int LabelWidth = 10;

    public static IReadOnlyList<ScreenLine> Lines(UiModel model, UiState state, Area area)
    {
        string? metric = TrainingMetric.Of(model.Data);
        LossPoint[] points = Points(model, state, metric);
        if (points.Length < 2)
        {
            return ["The chart needs two complete trials."];
        }

        if (area.Height < 4 || area.Width < LabelWidth + 8)
        {
            return [FormattableString.Invariant($"{points[^1].Value:G4} lately, best {points[^1].Best:G4}")];
        }

        (double low, double high) = Ends(model, state, points);
        bool isLog = state.IsLog && low > 0;
        Func<double, double> scale = isLog ? Math.Log10 : value => value;
        int rows = area.Height - 2;
        DotCanvas canvas = new(area.Width - LabelWidth, rows, area.IsUnicode);
        Draw(canvas, points, value => (scale(high) - scale(value)) / (scale(high) - scale(low)));

        List<ScreenLine> lines = [Title(model, state, isLog, points.Length, metric)];
        for (int row = 0; row < rows; row++)
        {
            double part = rows == 1 ? 0 : (double)row / (rows - 1);
            double at = scale(high) - (part * (scale(high) - scale(low)));
            bool hasLabel = row == 0 || row == rows - 1 || row == rows / 2;
            string label = hasLabel ? (isLog ? Math.Pow(10, at) : at).ToString("G4", CultureInfo.InvariantCulture) : string.Empty;
            lines.Add(new ScreenLine([new Piece(CellText.Fit(label, LabelWidth - 1, isRight: true) + " ", Tone.Faint), .. canvas.Row(row)]));
        }

        string first = points[0].Number.ToString(CultureInfo.InvariantCulture);
        string last = points[^1].Number.ToString(CultureInfo.InvariantCulture);
        string gap = new(' ', Math.Max(1, area.Width - LabelWidth - first.Length - last.Length));
        lines.Add(new Piece(new string(' ', LabelWidth) + first + gap + last, Tone.Faint));
        return lines;
    }

    private static LossPoint[] Points(UiModel model, UiState state, string? metric)
    {
        int window = UiState.Smoothings[state.Smoothing];
        IReadOnlyList<TrialRecord> trials = model.Data.Complete;
        double[] values = [.. trials.Select(trial => trial.Value)];
        double[] training = [.. trials.Select(trial => metric is null ? double.NaN : trial.Outcome!.Metrics.GetValueOrDefault(metric, double.NaN))];
        double best = double.NaN;
        LossPoint[] points = new LossPoint[trials.Count];
        for (int i = 0; i < points.Length; i++)
        {
            best = !trials[i].IsFeasible ? best : double.IsNaN(best) || model.Data.Direction.IsBetter(values[i], best) ? values[i] : best;
            points[i] = new LossPoint(trials[i].Number, Median(values, i, window), Median(training, i, window), best);
        }

        int range = UiState.Ranges[state.Range];
        return range == 0 ? points : [.. points.TakeLast(range)];
    }

    // A trailing median: what is drawn at a trial does not change when later ones arrive.
    private static double Median(double[] values, int end, int window)
    {
        int first = Math.Max(0, end - window + 1);
        double[] known = [.. values[first..(end + 1)].Where(double.IsFinite).Order()];
        return known.Length == 0 ? double.NaN : known[known.Length / 2];
    }

    private static (double Low, double High) Ends(UiModel model, UiState state, LossPoint[] points)
    {
        double sign = model.Data.Sign;
        IEnumerable<double> drawn = points.SelectMany(point => new[] { point.Value, point.Best, point.Training }).Where(double.IsFinite);
        double[] losses = [.. drawn.Select(value => sign * value).Order()];
        double worst = losses[(int)Math.Ceiling((losses.Length - 1) * UiState.Zooms[state.Zoom])];
        (double low, double high) = (Math.Min(sign * losses[0], sign * worst), Math.Max(sign * losses[0], sign * worst));
        double margin = high > low ? 0 : Math.Max(Math.Abs(high) * 0.1, 1e-12);
        return (low - margin, high + margin);
    }

    private static void Draw(DotCanvas canvas, LossPoint[] points, Func<double, double> depth)
    {
        double span = Math.Max(1, points[^1].Number - points[0].Number);
        int X(int number) => (int)Math.Round((number - points[0].Number) / span * (canvas.Width - 1));
        int Y(double value) => depth(value) is var part && part is >= -1e-9 and <= 1 + 1e-9 ? (int)Math.Round(part * (canvas.Height - 1)) : -1;
        foreach (LossPoint point in points)
        {
            canvas.Dot(X(point.Number), Y(point.Value), Tone.Plain, 'o');
        }

        for (int i = 0; i < points.Length; i++)
        {
            int end = i + 1 < points.Length ? X(points[i + 1].Number) : X(points[i].Number) + 1;
            for (int x = X(points[i].Number); x < end; x++)
            {
                canvas.Dot(x, Y(points[i].Best), Tone.Good, '-');
            }
        }

        foreach (LossPoint point in points.Where(point => double.IsFinite(point.Training)))
        {
            canvas.Letter(X(point.Number), Y(point.Training), Tone.Warn, 't');
        }
    }

    private static ScreenLine Title(UiModel model, UiState state, bool isLog, int shown, string? metric)
    {
        int window = UiState.Smoothings[state.Smoothing];
        string what = UiState.Ranges[state.Range] == 0 ? "all trials" : FormattableString.Invariant($"last {shown} trials");
        string smooth = window == 1 ? string.Empty : FormattableString.Invariant($", median of {window}");
        string zoom = UiState.Zooms[state.Zoom] is < 1 and var part ? FormattableString.Invariant($", best {part * 100:0} %") : string.Empty;
        return new ScreenLine(
            new Piece(model.Data.ValueName, Tone.Head),
            new Piece($"  {what}{smooth}{zoom}{(isLog ? ", log" : state.IsLog ? ", log needs values above 0" : string.Empty)}  ", Tone.Faint),
            new Piece("line: best so far", Tone.Good),
            new Piece(metric is null ? string.Empty : $"  t: {metric}", Tone.Warn));
    }

    private readonly record struct LossPoint(int Number, double Value, double Training, double Best);
}
