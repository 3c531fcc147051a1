using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.Results;

/// <summary>Writes <c>results.csv</c>: one row a finished trial, in trial order; see docs/formats/results-csv.md.</summary>
public static class ResultsCsvWriter
{
    /// <summary>Writes the table.</summary>
    /// <remarks>Invariant to culture; numbers in the shortest form that reads back as the same number; <c>\n</c> line ends; UTF-8 without a mark.</remarks>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="header">The study.</param>
    /// <param name="trials">Its trials in any order; running ones are left out.</param>
    public static void Write(Stream stream, StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        ResultColumns columns = new(header, trials);
        using StreamWriter text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        using CsvWriter csv = new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (string column in columns.All)
        {
            csv.WriteField(column);
        }

        csv.NextRecord();
        foreach (TrialRecord trial in trials.Where(trial => trial.IsFinished).OrderBy(trial => trial.Number))
        {
            WriteRow(csv, header, columns, trial);
        }
    }

    /// <summary>Gets the word for a finished state in the <c>status</c> column.</summary>
    /// <param name="state">The state.</param>
    internal static string Status(TrialState state) => state switch
    {
        TrialState.Complete => "ok",
        TrialState.Pruned => "pruned",
        TrialState.Failed => "fail",
        TrialState.Partial => "partial",
        _ => "running",
    };

    private static void WriteRow(CsvWriter csv, StudyHeader header, ResultColumns columns, TrialRecord trial)
    {
        TrialOutcome? outcome = trial.Outcome;
        csv.WriteField(trial.Number.ToString(CultureInfo.InvariantCulture));
        csv.WriteField(Status(trial.State));
        csv.WriteField(Number(header.Directions[0].ToLoss(trial.Value)));
        csv.WriteField(Number(trial.Duration.TotalSeconds));
        csv.WriteField(outcome?.Log ?? string.Empty);
        csv.WriteField(FailureText.Of(outcome) ?? string.Empty);
        if (columns.HasStages)
        {
            csv.WriteField(trial.Insight?.Stage ?? string.Empty);
        }

        if (columns.HasObjectiveCode)
        {
            csv.WriteField(trial.Objective ?? string.Empty);
        }

        if (columns.HasBudgets)
        {
            WriteBudget(csv, trial.Budget);
        }

        if (columns.HasFeasible)
        {
            csv.WriteField(trial.Constraints.Count == 0 ? string.Empty : trial.IsFeasible ? "yes" : "no");
        }

        for (int i = 0; i < columns.Objectives.Count; i++)
        {
            csv.WriteField(Number(ValueOf(trial, i)));
        }

        foreach (string constraint in columns.Constraints)
        {
            csv.WriteField(Number(trial.Constraints.FirstOrDefault(value => value.Name == constraint)?.Value ?? double.NaN));
        }

        foreach (string metric in columns.Metrics)
        {
            csv.WriteField(outcome is not null && outcome.Metrics.TryGetValue(metric, out double value) ? Number(value) : string.Empty);
        }

        for (int i = 0; i < header.Space.Count; i++)
        {
            csv.WriteField(PointJson.ToText(header.Space.Parameters[i], trial.Point[i]));
        }

        csv.NextRecord();
    }

    private static void WriteBudget(CsvWriter csv, TrialBudget? budget)
    {
        foreach (long? figure in (long?[])[budget?.Amount, budget?.Continues, budget?.Loop, budget?.Group, budget?.Round])
        {
            csv.WriteField(figure?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
        }
    }

    private static double ValueOf(TrialRecord trial, int objective) =>
        trial.Outcome?.Values is { } values && objective < values.Count ? values[objective] : objective == 0 ? trial.Value : double.NaN;

    private static string Number(double value) => double.IsNaN(value) ? string.Empty : value.ToString("R", CultureInfo.InvariantCulture);
}
