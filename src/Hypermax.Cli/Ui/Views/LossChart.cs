using System.Globalization;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>The values of the trials over their numbers, as dots, and the best so far as a line.</summary>
internal static class LossChart
{
    private const int LabelWidth = 10;

    public static IReadOnlyList<ScreenLine> Lines(UiModel model, UiState state, Area area)
    {
        (int Number, double Value, double Best)[] points = Points(model, state);
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

        List<ScreenLine> lines = [Title(model, state, isLog, points.Length)];
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

    private static (int Number, double Value, double Best)[] Points(UiModel model, UiState state)
    {
        int window = UiState.Smoothings[state.Smoothing];
        IReadOnlyList<TrialRecord> trials = model.Data.Complete;
        double best = double.NaN;
        (int, double, double)[] points = new (int, double, double)[trials.Count];
        for (int i = 0; i < points.Length; i++)
        {
            best = !trials[i].IsFeasible ? best : double.IsNaN(best) || model.Data.Direction.IsBetter(trials[i].Value, best) ? trials[i].Value : best;
            points[i] = (trials[i].Number, Median(trials, i, window), best);
        }

        int range = UiState.Ranges[state.Range];
        return range == 0 ? points : [.. points.TakeLast(range)];
    }

    // A trailing median: what is drawn at a trial does not change when later ones arrive.
    private static double Median(IReadOnlyList<TrialRecord> trials, int end, int window)
    {
        double[] values = [.. Enumerable.Range(Math.Max(0, end - window + 1), Math.Min(window, end + 1)).Select(i => trials[i].Value).Order()];
        return values[values.Length / 2];
    }

    private static (double Low, double High) Ends(UiModel model, UiState state, (int Number, double Value, double Best)[] points)
    {
        double sign = model.Data.Sign;
        double[] losses = [.. points.Select(point => sign * point.Value).Concat(points.Select(point => sign * point.Best)).Order()];
        double worst = losses[(int)Math.Ceiling((losses.Length - 1) * UiState.Zooms[state.Zoom])];
        (double low, double high) = (Math.Min(sign * losses[0], sign * worst), Math.Max(sign * losses[0], sign * worst));
        double margin = high > low ? 0 : Math.Max(Math.Abs(high) * 0.1, 1e-12);
        return (low - margin, high + margin);
    }

    private static void Draw(DotCanvas canvas, (int Number, double Value, double Best)[] points, Func<double, double> depth)
    {
        double span = Math.Max(1, points[^1].Number - points[0].Number);
        int X(int number) => (int)Math.Round((number - points[0].Number) / span * (canvas.Width - 1));
        int Y(double value) => depth(value) is var part && part is >= -1e-9 and <= 1 + 1e-9 ? (int)Math.Round(part * (canvas.Height - 1)) : -1;
        foreach ((int number, double value, _) in points)
        {
            canvas.Dot(X(number), Y(value), Tone.Plain, 'o');
        }

        for (int i = 0; i < points.Length; i++)
        {
            int end = i + 1 < points.Length ? X(points[i + 1].Number) : X(points[i].Number) + 1;
            for (int x = X(points[i].Number); x < end; x++)
            {
                canvas.Dot(x, Y(points[i].Best), Tone.Good, '-');
            }
        }
    }

    private static ScreenLine Title(UiModel model, UiState state, bool isLog, int shown)
    {
        int window = UiState.Smoothings[state.Smoothing];
        string what = UiState.Ranges[state.Range] == 0 ? "all trials" : FormattableString.Invariant($"last {shown} trials");
        string smooth = window == 1 ? string.Empty : FormattableString.Invariant($", median of {window}");
        string zoom = UiState.Zooms[state.Zoom] is < 1 and var part ? FormattableString.Invariant($", best {part * 100:0} %") : string.Empty;
        return new ScreenLine(
            new Piece(model.Data.ValueName, Tone.Head),
            new Piece($"  {what}{smooth}{zoom}{(isLog ? ", log" : state.IsLog ? ", log needs values above 0" : string.Empty)}  ", Tone.Faint),
            new Piece("line: best so far", Tone.Good));
    }
}
