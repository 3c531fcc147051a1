using Hypermax.Execution.Usages;
using Hypermax.Search;
using Hypermax.Summary;
using Hypermax.Ui.Live;
using Hypermax.Ui.Text;

namespace Hypermax.Ui.Views;

/// <summary>The running trials: time, time left by the median of those that ended, memory of their processes, parameters, and last words.</summary>
internal static class RunningView
{
    public static IReadOnlyList<ScreenLine> Lines(UiModel model, Area area)
    {
        if (model.Running.Count == 0)
        {
            return [model.Ended is null ? "No trial runs at this moment." : "The search has ended; no trial runs."];
        }

        TimeSpan[] durations = [.. model.Data.Complete.Select(trial => trial.Duration).Order()];
        TimeSpan? usual = durations.Length > 0 ? durations[durations.Length / 2] : null;
        int logLines = Math.Max(0, (area.Height / model.Running.Count) - 2);
        List<ScreenLine> lines = [];
        foreach (RunningTrial trial in model.Running)
        {
            string left = usual is { } time
                ? trial.Elapsed < time ? $"  about {TrialText.Time(time - trial.Elapsed)} left" : $"  longer than usual ({TrialText.Time(time)})"
                : string.Empty;
            lines.Add(new ScreenLine(
                new Piece(FormattableString.Invariant($"trial {trial.Number}"), Tone.Mark), $"  {Words.Time(trial.Elapsed)}{left}{Memory(trial.Usage)}"));
            lines.Add($"  {TrialText.Point(model.Header.Space, trial.Point)}");
            lines.AddRange(trial.Log.TakeLast(logLines).Select(line => new ScreenLine(new Piece($"  {(area.IsUnicode ? "│" : "|")} {line}", Tone.Faint))));
        }

        return lines;
    }

    private static string Memory(RunningUsage? usage) => usage is not { Bytes: > 0 } known ? string.Empty : FormattableString.Invariant(
        $"  {(known.IsShared ? "in a process of " : string.Empty)}{known.Bytes / 1048576.0:0} MiB, at most {known.PeakBytes / 1048576.0:0}");
}
