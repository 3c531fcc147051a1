using System.Globalization;
using System.Text.Json;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.Usages;
using Hypermax.Results;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Summary;

namespace Hypermax.Dashboard.Trials;

/// <summary>Makes the page of a trial.</summary>
internal static class TrialPages
{
    public static TrialWhole Of(LiveStudy study, StudyMoment moment, TrialRecord trial)
    {
        StudyHeader header = moment.Header!;
        TrialOutcome? outcome = trial.Outcome;
        IReadOnlyList<TrialReport> reports = moment.ReportsOf(trial);
        using JsonDocument nested = JsonDocument.Parse(NestedPointJson.Write(header.Space, trial.Point));
        return new TrialWhole(
            trial.Number,
            StateOf(moment, trial),
            [.. Facts(moment, trial)],
            [
                .. Enumerable.Range(0, header.Space.Count).Where(i => trial.Point.Has(i))
                    .Select(i => new Fact(header.Space.Parameters[i].Name, PointJson.ToText(header.Space.Parameters[i], trial.Point[i]))),
            ],
            nested.RootElement.Clone(),
            Named(outcome?.Metrics ?? TrialOutcome.NoMetrics, Full),
            [
                .. trial.Constraints.Select(
                    value => new Fact(value.Name, $"{Full(value.Value)} ({value.Constraint}){(value.IsKept ? string.Empty : ", not kept")}")),
            ],
            Named(outcome?.Attributes ?? TrialOutcome.NoAttributes, text => text),
            [.. reports.Select(report => new ReportEntry(report.Step, Numbers.OrNull(report.Value)))],
            [.. outcome is null ? UsageNow(study, moment, trial) : Usage(outcome.Usage)],
            Why(trial),
            FailureText.Of(outcome),
            TrialLogs.Has(study.Place, trial.Number),
            $"hypermax guide {string.Join(' ', study.Place.CommandWords.Select(CommandLine.Quote))} enqueue --from {Whole(trial.Number)}",
            moment.Find(trial.Number - 1)?.Number,
            moment.Find(trial.Number + 1)?.Number);
    }

    /// <summary>Tells where a trial stands, in one word.</summary>
    public static string StateOf(StudyMoment moment, TrialRecord trial) => trial is { IsComplete: true, IsFeasible: false } ? "infeasible"
        : trial.State == TrialState.Running && moment.Owner is null ? "interrupted"
        : moment.Waiting.Contains(trial.Number) ? "waiting"
        : trial.State.ToString().ToLowerInvariant();

    private static IEnumerable<Fact> Facts(StudyMoment moment, TrialRecord trial)
    {
        StudyHeader header = moment.Header!;
        for (int i = 0; i < trial.Values.Count; i++)
        {
            yield return new Fact(header.ObjectiveName(i), Full(trial.Values[i]));
        }

        if (trial.IsFinished || moment.Owner is not null)
        {
            yield return new Fact("time", Words.Time(trial.IsFinished ? trial.Duration : TimeSince(trial.Started)));
        }

        yield return new Fact("started", trial.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        yield return new Fact("worker", Whole(trial.Worker));
        if (trial.Budget is { } budget)
        {
            yield return new Fact("budget", FormattableString.Invariant($"{budget.Amount} (loop {budget.Loop}, group {budget.Group}, round {budget.Round})"));
        }

        if (trial.Retries > 0)
        {
            yield return new Fact("run again", FormattableString.Invariant($"{trial.Retries} times, as its process had died"));
        }

        if (trial.IsSetApart)
        {
            yield return new Fact("set apart", "its objective has changed since, so it no longer counts");
        }
    }

    private static IEnumerable<Fact> Usage(ResourceUsage? usage)
    {
        if (usage is null)
        {
            yield break;
        }

        yield return new Fact("processor time", FormattableString.Invariant($"{usage.CpuSeconds:0.##} s"));
        yield return new Fact("most memory", Mebibytes(usage.PeakBytes));
        yield return new Fact("usual memory", Mebibytes(usage.MedianBytes));
        yield return new Fact("read", Mebibytes(usage.ReadBytes));
        yield return new Fact("written", Mebibytes(usage.WrittenBytes));
    }

    // What a trial that nobody runs any more used last would look like what it uses.
    private static IEnumerable<Fact> UsageNow(LiveStudy study, StudyMoment moment, TrialRecord trial)
    {
        if (moment.Owner is null || !study.Usages.Now.TryGetValue(trial.Number, out RunningUsage usage))
        {
            yield break;
        }

        if (usage.IsShared)
        {
            yield return new Fact("memory of the search's process", $"{Mebibytes(usage.Bytes)}, at most {Mebibytes(usage.PeakBytes)}");
            yield break;
        }

        if (!double.IsNaN(usage.CpuSeconds))
        {
            yield return new Fact("processor time", FormattableString.Invariant($"{usage.CpuSeconds:0.##} s"));
        }

        yield return new Fact("memory now", Mebibytes(usage.Bytes));
        yield return new Fact("most memory", Mebibytes(usage.PeakBytes));
    }

    private static string Why(TrialRecord trial) => trial.Insight is not { } insight ? "Nobody said why this point was proposed."
        : trial.IsEnqueued ? "A person chose this point."
        : trial.IsAdded ? "The trial was evaluated elsewhere and added."
        : $"Proposed by {insight.Method}"
            + (double.IsNaN(insight.Expected) ? string.Empty : $", which expected {Words.Number(insight.Expected)}")
            + (double.IsNaN(insight.Spread) ? string.Empty : $" ± {Words.Number(insight.Spread)}")
            + (insight.Note is null ? string.Empty : $" ({insight.Note})")
            + (insight.Stage is null ? string.Empty : $", in stage {insight.Stage}") + ".";

    private static Fact[] Named<T>(IReadOnlyDictionary<string, T> values, Func<T, string> text) =>
        [.. values.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new Fact(entry.Key, text(entry.Value)))];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Full(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Mebibytes(long bytes) => FormattableString.Invariant($"{bytes / 1048576.0:0.#} MiB");

    // Clocks of machines differ.
    private static TimeSpan TimeSince(DateTimeOffset time) => TimeProvider.System.GetUtcNow() is var now && now > time ? now - time : TimeSpan.Zero;
}
