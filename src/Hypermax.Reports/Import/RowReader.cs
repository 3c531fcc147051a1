using System.Globalization;
using CsvHelper;
using Hypermax.Spaces;
using Hypermax.Storage;

namespace Hypermax.Import;

/// <summary>Turns rows into trials and keeps count of what did not fit.</summary>
internal sealed class RowReader(SearchSpace space, ImportColumns columns, IReadOnlyList<string> heads, NumberText numbers, ImportOptions options)
{
    private readonly List<TrialRecord> _trials = [];
    private readonly ImportNotes _notes = new();
    private readonly CellReader[] _cells = [.. space.Parameters.Select(parameter => new CellReader(parameter, numbers))];
    private readonly HashSet<int> _wordy = [];
    private readonly RowTimes _times = new(columns, numbers, options.Clock.GetUtcNow());
    private readonly RowBudgets _budgets = new(columns, numbers);
    private int _row;

    /// <summary>Adds the current row of a parser.</summary>
    /// <param name="parser">The parser.</param>
    public void Add(CsvParser parser)
    {
        _row++;
        if (Cell(parser, columns.Status).ToUpperInvariant() is "RUNNING" or "WAITING" or "NEW" or "PENDING")
        {
            _notes.Unfinished();
            return;
        }

        double[] vector = new double[space.Count];
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = double.NaN;
            if (!space.IsActive(i, vector))
            {
                continue;
            }

            string? problem = columns.Parameters[i] < 0 ? Constant(out vector[i]) : _cells[i].TryRead(Cell(parser, columns.Parameters[i]), out vector[i]);
            if (problem is not null)
            {
                _notes.LeftOut(_row, problem);
                return;
            }
        }

        _trials.Add(Trial(parser, vector));
    }

    /// <summary>Ends the table.</summary>
    /// <param name="header">What the study is.</param>
    /// <exception cref="ImportException">No row fitted.</exception>
    public ImportedStudy ToStudy(StudyHeader header)
    {
        if (_trials.Count == 0)
        {
            throw new ImportException(_row == 0
                ? "The table has heads but no rows; there is nothing to import."
                : $"None of {Hypermax.Errors.Counted.Of(_row, "row")} fits the space. The first: {_notes.First}. "
                    + "Check the space, the loss column and the decimal mark.");
        }

        _notes.Snapped(_cells);
        HypermaxKills.Settle(_trials, options.KilledAfterSeconds);
        return new ImportedStudy(header, Numbered(), _notes.ToList(_row));
    }

    private TrialRecord Trial(CsvParser parser, double[] vector)
    {
        TrialOutcome outcome = Outcome(parser);
        if (Text(parser, columns.Log) is { } log)
        {
            outcome = outcome with { Log = log };
        }

        if (Metrics(parser) is { } metrics)
        {
            outcome = outcome with { Metrics = metrics };
        }

        (DateTimeOffset started, TimeSpan duration) = _times.Of(parser);
        return new TrialRecord
        {
            Number = numbers.TryRead(Cell(parser, columns.Trial), out double number) && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue
                ? (int)number
                : -1,
            Point = new Point(vector),
            State = outcome.State,
            Outcome = outcome,
            Started = started,
            Duration = duration,
            Budget = _budgets.Of(parser),
            Insight = Text(parser, columns.Stage) is { } stage ? new Insight("import") { Stage = stage } : null,
        };
    }

    private TrialOutcome Outcome(CsvParser parser)
    {
        string loss = Cell(parser, columns.Loss);
        string status = Cell(parser, columns.Status);
        string? error = Text(parser, columns.Error);
        bool isNumber = numbers.TryRead(loss, out double value) && double.IsFinite(value);
        if (status.Equals("pruned", StringComparison.OrdinalIgnoreCase))
        {
            return new TrialOutcome { State = TrialState.Pruned, Value = isNumber ? value : double.NaN, Message = error };
        }

        if (status.Equals("partial", StringComparison.OrdinalIgnoreCase) && isNumber)
        {
            return new TrialOutcome { State = TrialState.Partial, Value = value, Message = error };
        }

        if (status.StartsWith("fail", StringComparison.OrdinalIgnoreCase)
            || status.Equals("killed", StringComparison.OrdinalIgnoreCase)
            || status.Equals("error", StringComparison.OrdinalIgnoreCase))
        {
            // Hypermax records a penalty as the loss of a killed trial; it is kept as that.
            return new TrialOutcome
            {
                State = TrialState.Failed,
                Failure = FailureOf(ref error),
                Value = isNumber ? value : double.NaN,
                Message = error ?? "The table says that this trial failed.",
            };
        }

        if (isNumber)
        {
            return error is null ? TrialOutcome.Of(value) : TrialOutcome.Of(value) with { Message = error };
        }

        return loss.Length == 0
            ? TrialOutcome.Fail(FailureKind.BadResult, error ?? "The table has no loss for this trial.")
            : TrialOutcome.Fail(FailureKind.NotFinite, error ?? $"The table has '{loss}' as the loss of this trial; a loss is a finite number.");
    }

    // Our own tables begin the message with the kind.
    private static FailureKind FailureOf(ref string? error)
    {
        string[] parts = error?.Split(": ", 2) ?? [];
        if (parts.Length == 0 || !Enum.TryParse(parts[0], out FailureKind kind) || kind.ToString() != parts[0])
        {
            return FailureKind.Exception;
        }

        error = parts.Length == 2 ? parts[1] : null;
        return kind;
    }

    // A million rows without metrics share the empty set.
    private Dictionary<string, double>? Metrics(CsvParser parser)
    {
        Dictionary<string, double>? metrics = null;
        foreach (int column in columns.Others)
        {
            string cell = Cell(parser, column);
            if (cell.Length == 0 || _wordy.Contains(column))
            {
                continue;
            }

            if (numbers.TryRead(cell, out double value))
            {
                (metrics ??= new Dictionary<string, double>(StringComparer.Ordinal))[heads[column]] = value;
            }
            else
            {
                _wordy.Add(column);
                _notes.NoMetric(heads[column], cell);
            }
        }

        return metrics;
    }

    // Numbers of the table stay only when they count from 0 without gaps, in whatever order; else rows are counted.
    private TrialRecord[] Numbered()
    {
        HashSet<int> seen = [.. _trials.Select(trial => trial.Number)];
        bool keep = seen.Count == _trials.Count && seen.Min() == 0 && seen.Max() == _trials.Count - 1;
        if (keep)
        {
            return [.. _trials.OrderBy(trial => trial.Number).Select(trial => _budgets.Settled(trial, isNumbered: true))];
        }

        if (columns.Trial >= 0)
        {
            _notes.Renumbered();
        }

        return [.. _trials.Select((trial, index) => _budgets.Settled(trial, isNumbered: false) with { Number = index })];
    }

    private static string? Constant(out double value)
    {
        value = 0;
        return null;
    }

    internal static string Cell(CsvParser parser, int column) => column >= 0 && column < parser.Count ? parser[column] : string.Empty;

    private static string? Text(CsvParser parser, int column) => Cell(parser, column) is { Length: > 0 } text ? text : null;
}
