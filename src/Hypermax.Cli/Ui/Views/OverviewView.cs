using Hypermax.Folder;
using Hypermax.Results;
using Hypermax.Search;
using Hypermax.Summary;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>Where the search stands: progress, the best point, the machine, the latest losses, and what was said.</summary>
internal static class OverviewView
{
    private const int Narrow = 40;
    private const double Gibibyte = 1024.0 * 1024 * 1024;

    public static IReadOnlyList<ScreenLine> Lines(UiModel model, UiState state, Area area)
    {
        if (area.Width < Narrow)
        {
            return Brief(model);
        }

        List<ScreenLine> lines = [Progress(model, area), Counts(model)];
        lines.AddRange(Best(model, area));
        lines.Add(Machine(model));
        if (GuidanceText(model) is { Length: > 0 } guidance)
        {
            lines.Add(new ScreenLine(new Piece("guidance  ", Tone.Head), guidance));
        }

        // What is left of the screen goes to the chart, and the last lines to what was said.
        int left = area.Height - lines.Count - 1;
        string[] messages = [.. model.Messages.TakeLast(left >= 10 ? 3 : Math.Max(0, left))];
        int chart = left - messages.Length;
        if (chart >= 5 && model.Data.Complete.Count > 1)
        {
            lines.Add(ScreenLine.Empty);
            lines.AddRange(LossChart.Lines(model, state, area with { Height = chart }));
        }

        lines.AddRange(messages.Select(message => new ScreenLine(new Piece(message, Tone.Faint))));
        return lines;
    }

    /// <summary>Gets what people want of the parameters, in a few words.</summary>
    public static string GuidanceText(UiModel model)
    {
        SearchSpace space = model.Header.Space;
        return string.Join("  ", space.Parameters.Select((parameter, i) => WishText.Of(model, i) is { Length: > 0 } wish ? $"{parameter.Name} {wish}" : null)
            .Where(text => text is not null));
    }

    // The title has the figures already.
    private static IReadOnlyList<ScreenLine> Brief(UiModel model)
    {
        StudyCounts counts = StudyCounts.Of(model);
        string state = model.Ended ?? (model.Left is { } time ? $"{TrialText.Time(time)} left" : "just begun");
        string[] values = model.Data.Best is { } best ? PointFormat.Write(model.Header.Space, best.Point, "yaml").Split('\n') : ["none is complete"];
        return
        [
            FormattableString.Invariant($"{counts.Running} run, {counts.Failed} failed"),
            state,
            .. values.Select(value => (ScreenLine)value),
        ];
    }

    private static ScreenLine Progress(UiModel model, Area area)
    {
        string left = model.Ended is { } ended ? ended
            : model.IsStopping ? "ends after the running trials"
            : model.IsPaused ? "PAUSED"
            : model.Left is { } time ? $"about {TrialText.Time(time)} left"
            : string.Empty;
        string pace = double.IsFinite(model.PerMinute) ? FormattableString.Invariant($"{model.PerMinute:0.#} trials/min") : string.Empty;
        string text = string.Join("  ", ((string[])[CountText(model), pace, left]).Where(part => part.Length > 0));
        int width = Math.Clamp(area.Width - text.Length - 4, 0, 40);
        if (width < 8 || model.Planned == 0)
        {
            return text;
        }

        (string done, string rest) = area.BarOf((double)model.Counted / model.Planned, width);
        return new ScreenLine(new Piece(done, Tone.Good), new Piece(rest, Tone.Faint), "  ", new Piece(text, model.IsPaused ? Tone.Warn : Tone.Plain));
    }

    private static string CountText(UiModel model) =>
        model.Planned > 0 ? FormattableString.Invariant($"{model.Counted}/{model.Planned}") : FormattableString.Invariant($"{model.Counted} trials");

    private static ScreenLine Counts(UiModel model)
    {
        StudyCounts counts = StudyCounts.Of(model);
        return new ScreenLine(
            new Piece("trials    ", Tone.Head),
            FormattableString.Invariant($"{counts.Complete} complete  {counts.Running} running  "),
            new Piece(FormattableString.Invariant($"{counts.Failed} failed"), counts.Failed > 0 ? Tone.Bad : Tone.Plain),
            counts.Partial > 0 ? FormattableString.Invariant($"  {counts.Partial} at smaller budgets") : string.Empty,
            counts.Pruned > 0 ? FormattableString.Invariant($"  {counts.Pruned} pruned") : string.Empty,
            model.Elapsed > TimeSpan.Zero ? $"  for {Words.Time(model.Elapsed)}" : string.Empty);
    }

    private static IEnumerable<ScreenLine> Best(UiModel model, Area area)
    {
        if (model.Data.Best is not { } best)
        {
            string none = model.Data.Complete.Count > 0 ? "no trial keeps all constraints" : "no trial is complete yet";
            yield return new ScreenLine(new Piece("best      ", Tone.Head), none);
            yield break;
        }

        yield return new ScreenLine(
            new Piece(model.Data.HasFront ? "knee      " : "best      ", Tone.Head),
            model.Data.HasFront ? string.Empty : $"{model.Data.ValueName} ",
            new Piece(model.Data.HasFront ? FigureText.Of(model.Header, best, "G5") : TrialText.Value(best.Value), Tone.Mark),
            FormattableString.Invariant($"  (trial {best.Number}{(model.Data.HasFront ? $" of {model.Data.Front.Count} on the front" : string.Empty)})"));
        string[] values = PointFormat.Write(model.Header.Space, best.Point, "yaml").Split('\n');
        int most = Math.Max(1, area.Height / 3);
        foreach (string row in InColumns(values, area.Width - 10, most))
        {
            yield return $"          {row}";
        }
    }

    // As few columns as make the values fit into so many rows, in the order of a newspaper.
    private static IEnumerable<string> InColumns(string[] values, int width, int most)
    {
        int widest = values.Max(CellText.Width) + 3;
        int columns = Math.Clamp(width / widest, 1, Math.Max(1, (values.Length + most - 1) / most));
        int rows = (values.Length + columns - 1) / columns;
        for (int row = 0; row < Math.Min(rows, most); row++)
        {
            yield return string.Concat(Enumerable.Range(0, columns).Select(column => column * rows + row is var i && i < values.Length
                ? CellText.Fit(values[i], widest)
                : string.Empty)).TrimEnd();
        }
    }

    private static string Rate(string what, double bytes) =>
        double.IsNaN(bytes) ? string.Empty : FormattableString.Invariant($"  {what} {bytes / 1048576.0:0.0} MiB/s");

    private static string Size(long bytes) => bytes < Gibibyte
        ? FormattableString.Invariant($"{bytes / 1048576.0:0} MiB")
        : FormattableString.Invariant($"{bytes / Gibibyte:0.0} GiB");

    private static ScreenLine Machine(UiModel model)
    {
        SystemLoad load = model.System;
        if (load.TotalBytes == 0)
        {
            return ScreenLine.Empty;
        }

        long trials = model.Running.Sum(trial => trial.Usage is { IsShared: false } usage ? usage.Bytes : 0);
        return new ScreenLine(
            new Piece("machine   ", Tone.Head),
            double.IsNaN(load.CpuShare) ? string.Empty : FormattableString.Invariant($"cpu {load.CpuShare * 100:0} %  "),
            new Piece(
                FormattableString.Invariant($"memory {load.UsedBytes / Gibibyte:0.0} of {load.TotalBytes / Gibibyte:0.0} GiB"),
                load.UsedBytes > 0.9 * load.TotalBytes ? Tone.Bad : Tone.Plain),
            trials > 0 ? $", {Size(trials)} by trials" : string.Empty,
            Rate("disk", load.DiskBytes),
            Rate("net", load.NetworkBytes));
    }
}
