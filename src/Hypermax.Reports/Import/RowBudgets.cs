using CsvHelper;

namespace Hypermax.Import;

/// <summary>Reads what budgets trials had; a loss at less than the largest of a table is never compared with those at the whole one.</summary>
internal sealed class RowBudgets(ImportColumns columns, NumberText numbers)
{
    private long _largest;

    /// <summary>Reads the budget of a row; null where it has none.</summary>
    /// <param name="parser">The parser, at the row.</param>
    public TrialBudget? Of(CsvParser parser)
    {
        if (Whole(parser, columns.Budget) is not (> 0 and long amount))
        {
            return null;
        }

        _largest = Math.Max(_largest, amount);
        return new TrialBudget(amount)
        {
            Continues = (int?)Whole(parser, columns.Continues),
            Loop = (int)(Whole(parser, columns.Loop) ?? 0),
            Group = (int)(Whole(parser, columns.Group) ?? 0),
            Round = (int)(Whole(parser, columns.Round) ?? 0),
        };
    }

    /// <summary>Gets a trial as it counts, once all rows were read.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="isNumbered">Whether trials have the numbers of the table, so that what one continues can be told.</param>
    public TrialRecord Settled(TrialRecord trial, bool isNumbered)
    {
        if (trial.Budget is not { } budget)
        {
            return trial;
        }

        bool isPartial = trial.State == TrialState.Complete && budget.Amount < _largest;
        return trial with
        {
            Budget = isNumbered ? budget : budget with { Continues = null },
            State = isPartial ? TrialState.Partial : trial.State,
            Outcome = isPartial ? trial.Outcome! with { State = TrialState.Partial } : trial.Outcome,
        };
    }

    // Hypermax is written in Python, so that a whole number may be 27.0.
    private long? Whole(CsvParser parser, int column) =>
        numbers.TryRead(RowReader.Cell(parser, column), out double number) && number == Math.Floor(number) && number is >= 0 and < int.MaxValue
            ? (long)number
            : null;
}
