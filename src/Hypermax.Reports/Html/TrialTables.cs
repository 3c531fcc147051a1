using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Spaces;
using Hypermax.Tables;

namespace Hypermax.Html;

/// <summary>The tables behind the table of trials: complete trials share their columns with the charts, the others have their own.</summary>
internal static class TrialTables
{
    /// <summary>Gets the tables by name: outcome, metrics and parameters of complete and of other finished trials.
    /// Columns that would be empty throughout are left out.</summary>
    /// <param name="data">The study.</param>
    public static IReadOnlyDictionary<string, Table> Create(StudyData data)
    {
        HashSet<int> complete = [.. data.Complete.Select(trial => trial.Number)];
        IReadOnlyList<TrialRecord> others = [.. data.Finished.Where(trial => !complete.Contains(trial.Number))];
        string[] metrics =
        [
            .. data.Finished.SelectMany(trial => trial.Outcome?.Metrics.Keys ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        int objectives = data.Header.Directions.Count;
        bool withStages = data.Finished.Any(trial => trial.Insight?.Stage is not null);
        bool withWorkers = data.Finished.Any(trial => trial.Worker != 0);
        bool withErrors = data.Finished.Any(trial => FailureText.Of(trial.Outcome) is not null);
        bool withLogs = data.Finished.Any(trial => trial.Outcome?.Log is not null);
        bool withMemory = data.Finished.Any(trial => trial.Outcome?.Usage is { PeakBytes: > 0 });

        IEnumerable<Column> Facts(IReadOnlyList<TrialRecord> trials, Column number, Column value, Column seconds)
        {
            yield return number;
            yield return Column.OfTexts("status", trials.Select(Status));
            if (withStages)
            {
                yield return Column.OfTexts("stage", trials.Select(trial => trial.Insight?.Stage));
            }

            yield return value;
            if (data.Header.Fidelity is not null)
            {
                yield return new Column("budget", trials.Select(trial => (double?)trial.Budget?.Amount ?? double.NaN));
            }

            for (int i = 1; i < objectives; i++)
            {
                int objective = i;
                yield return new Column(
                    data.ObjectiveTitle(i),
                    trials.Select(trial => trial.Outcome?.Values is { } values && objective < values.Count ? values[objective] : double.NaN));
            }

            foreach (string constraint in data.Constraints.Where(name => objectives == 1 || !data.Header.ObjectiveNames.Contains(name, StringComparer.Ordinal)))
            {
                yield return new Column(
                    constraint, trials.Select(trial => trial.Constraints.FirstOrDefault(value => value.Name == constraint)?.Value ?? double.NaN));
            }

            if (data.HasTimes)
            {
                yield return seconds;
            }

            if (withWorkers)
            {
                yield return new Column("worker", trials.Select(trial => (double)trial.Worker));
            }

            if (withMemory)
            {
                yield return new Column(
                    "peak MiB", trials.Select(trial => trial.Outcome?.Usage is { PeakBytes: > 0 } usage ? usage.PeakBytes / 1048576.0 : double.NaN));
            }

            if (withErrors)
            {
                yield return Column.OfTexts("error", trials.Select(trial => FailureText.Of(trial.Outcome)));
            }

            if (withLogs)
            {
                yield return Column.OfTexts("log", trials.Select(trial => trial.Outcome?.Log));
            }
        }

        Table Metrics(IReadOnlyList<TrialRecord> trials) => new(metrics.Select(metric =>
            new Column(
                metric, trials.Select(trial => trial.Outcome is { } outcome && outcome.Metrics.TryGetValue(metric, out double value) ? value : double.NaN))));

        return new Dictionary<string, Table>(StringComparer.Ordinal)
        {
            ["complete"] = new(Facts(data.Complete, data.TrialColumn, data.ValueColumn, data.SecondsColumn)),
            ["others"] = new(Facts(
                others,
                new Column(data.TrialColumn.Name, others.Select(trial => (double)trial.Number)),
                new Column(data.ValueName, others.Select(trial => trial.Value)),
                new Column(data.SecondsColumn.Name, others.Select(trial => trial.Duration.TotalSeconds)))),
            ["complete.metrics"] = Metrics(data.Complete),
            ["others.metrics"] = Metrics(others),
            ["complete.parameters"] = new(Enumerable.Range(0, data.Space.Count).Select(data.ParameterColumn)),
            ["others.parameters"] = new(data.Space.Parameters.Select((parameter, i) => Values(parameter, others.Select(trial => trial.Point[i])))),
        };
    }

    private static string Status(TrialRecord trial) => trial is { IsComplete: true, IsFeasible: false } ? "infeasible" : ResultsCsvWriter.Status(trial.State);

    private static Column Values(Parameter parameter, IEnumerable<double> values) => parameter is CategoricalParameter categorical
        ? new Column(parameter.Name, [.. values], [.. Enumerable.Range(0, categorical.Choices.Count).Select(index => PointJson.ToText(categorical, index))])
        : new Column(parameter.Name, values);
}
