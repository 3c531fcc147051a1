using System.Globalization;
using Hypermax.Results;
using Hypermax.Search;
using Hypermax.Storage;
using Hypermax.Summary;

namespace Hypermax.Folder;

/// <summary>One trial whole, for people: on the command line and in the console.</summary>
internal static class TrialPage
{
    public static IEnumerable<string> Lines(StudyHeader header, TrialRecord trial, string? log)
    {
        string status = trial is { IsComplete: true, IsFeasible: false } ? "infeasible" : ResultsCsvWriter.Status(trial.State);
        yield return FormattableString.Invariant($"trial {trial.Number}: {status}")
            + (trial.Values.Count > 1 ? $", {FigureText.Of(header, trial)}"
                : trial.HasValue ? $", {header.Directions[0].FigureName()} {trial.Value.ToString("R", CultureInfo.InvariantCulture)}"
                : string.Empty)
            + (trial.IsFinished ? $", {Words.Time(trial.Duration)}" : string.Empty);
        string started = trial.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        yield return FormattableString.Invariant($"started {started} UTC, worker {trial.Worker}");
        if (trial.Budget is { } budget)
        {
            yield return FormattableString.Invariant($"budget {budget.Amount}")
                + (budget.Continues is int earlier ? FormattableString.Invariant($", continues trial {earlier}") : string.Empty)
                + FormattableString.Invariant($"; loop {budget.Loop}, group {budget.Group}, round {budget.Round}");
        }

        if (trial.Insight is { } insight)
        {
            yield return $"proposed by {insight.Method}"
                + (double.IsNaN(insight.Expected) ? string.Empty : $", expected {TrialText.Value(insight.Expected)}")
                + (double.IsNaN(insight.Spread) ? string.Empty : $" ± {TrialText.Value(insight.Spread)}")
                + (insight.Note is null ? string.Empty : $" ({insight.Note})")
                + (insight.Stage is null ? string.Empty : $", stage {insight.Stage}");
        }

        foreach (string line in Section("parameters", PointFormat.Write(header.Space, trial.Point, "yaml")))
        {
            yield return line;
        }

        foreach (string line in trial.Outcome is { } outcome ? OutcomeLines(outcome) : [])
        {
            yield return line;
        }

        foreach (string line in log is null ? [] : Section("log", log))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> OutcomeLines(TrialOutcome outcome)
    {
        IEnumerable<string> figures = outcome.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal)
            .Select(metric => $"{metric.Key}: {metric.Value.ToString("R", CultureInfo.InvariantCulture)}");
        IEnumerable<string> texts = outcome.Attributes.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => $"{text.Key}: {text.Value}");
        string reports = string.Join(
            ' ', outcome.Reports.TakeLast(20).Select(report => FormattableString.Invariant($"{report.Step}:{TrialText.Value(report.Value)}")));
        string? usage = outcome.Usage is { } used
            ? FormattableString.Invariant($"{used.CpuSeconds:0.##} s of processor time, at most {used.PeakBytes / 1048576.0:0.#} MiB of memory")
            : null;
        return
        [
            .. Section(
                "constraints",
                string.Join("\n", outcome.Constraints.Select(value => $"{value.Name}: {TrialText.Value(value.Value)} ({value.Constraint})"))),
            .. Section("metrics", string.Join("\n", figures)),
            .. Section("attributes", string.Join("\n", texts)),
            .. Section("reports (the last)", reports),
            .. Section("used", usage),
            .. Section("error", FailureText.Of(outcome)),
        ];
    }

    private static IEnumerable<string> Section(string title, string? text) =>
        string.IsNullOrEmpty(text) ? [] : [$"{title}:", .. text.ReplaceLineEndings("\n").Split('\n').Select(line => "  " + line)];
}
