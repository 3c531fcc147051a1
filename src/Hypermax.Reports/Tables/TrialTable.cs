using System.Globalization;
using Hypermax.Errors;
using Hypermax.Results;
using Hypermax.Storage;

namespace Hypermax.Tables;

/// <summary>The trials of a study as a table that can be sorted and filtered; the same for the command line and the console.</summary>
internal sealed class TrialTable
{
    private readonly IReadOnlyList<TrialRecord> _trials;

    /// <summary>Makes the table of a study.</summary>
    public TrialTable(StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        _trials = trials;
        ResultColumns names = new(header, trials);
        Direction direction = header.Directions[0];
        Columns =
        [
            TrialColumn.Of("trial", trial => trial.Number, number => number.ToString(CultureInfo.InvariantCulture)),
            TrialColumn.Of("status", trial => trial is { IsComplete: true, IsFeasible: false } ? "infeasible" : ResultsCsvWriter.Status(trial.State)) with
            {
                Texts = [.. Enum.GetValues<TrialState>().Select(ResultsCsvWriter.Status).Append("infeasible").Distinct(StringComparer.Ordinal)],
            },
            .. header.ObjectiveNames.Count > 0
                ? names.Objectives.Select((name, i) => TrialColumn.Of(name, trial => i < trial.Values.Count ? trial.Values[i] : double.NaN))
                : [TrialColumn.Of(direction.FigureName(), trial => trial.Value)],
            .. names.Constraints.Zip(names.ConstraintHeaders, (constraint, name) =>
                TrialColumn.Of(name, trial => trial.Constraints.FirstOrDefault(value => value.Name == constraint)?.Value ?? double.NaN)),
            .. header.Fidelity is null ? [] : (TrialColumn[])[TrialColumn.Of("$budget", trial => (double?)trial.Budget?.Amount ?? double.NaN)],
            TrialColumn.Of("time", trial => trial.IsFinished ? trial.Duration.TotalSeconds : double.NaN),
            TrialColumn.Of("method", trial => trial.Insight?.Method ?? string.Empty),
            .. names.HasStages ? [TrialColumn.Of("stage", trial => trial.Insight?.Stage ?? string.Empty)] : Array.Empty<TrialColumn>(),
            .. names.Metrics.Zip(names.MetricHeaders, (metric, name) =>
                TrialColumn.Of(name, trial => trial.Outcome?.Metrics.TryGetValue(metric, out double value) == true ? value : double.NaN)),
            .. header.Space.Parameters.Select((parameter, i) => TrialColumn.Of(parameter, i) with { Name = names.ParameterHeaders[i] }),
            TrialColumn.Of("error", trial => (FailureText.Of(trial.Outcome) ?? string.Empty).Split('\n')[0]),
        ];
    }

    /// <summary>Gets the columns in their order.</summary>
    public IReadOnlyList<TrialColumn> Columns { get; }

    /// <summary>Finds a column.</summary>
    /// <exception cref="FormatException">There is none of that name; the message has the nearest.</exception>
    public TrialColumn Find(string name)
    {
        string[] names = [.. Columns.Select(column => column.Name)];
        return Columns.FirstOrDefault(column => column.Name == name) ?? throw new FormatException(
            $"The table has no column '{name}'; did you mean {string.Join(" or ", NearestNames.Of(name, names).Select(near => $"'{near}'"))}?");
    }

    /// <summary>Gets the trials that pass all filters, in an order.</summary>
    /// <param name="filters">Comparisons such as <c>loss&lt;0.1</c>, <c>kind=a</c> and <c>error~memory</c>.</param>
    /// <param name="sort">The column to sort by.</param>
    /// <param name="isDescending">Whether the largest come first; what has no value comes last either way.</param>
    /// <exception cref="FormatException">A filter or the column makes no sense.</exception>
    public IReadOnlyList<TrialRecord> Select(IEnumerable<string> filters, string sort = "trial", bool isDescending = false)
    {
        TrialFilter[] parsed = [.. filters.Select(filter => TrialFilter.Parse(filter, this))];
        return Order(_trials.Where(trial => parsed.All(filter => filter.Passes(trial))), sort, isDescending);
    }

    /// <summary>Gets trials in an order.</summary>
    /// <param name="rows">Trials of the table.</param>
    /// <param name="sort">The column to sort by.</param>
    /// <param name="isDescending">Whether the largest come first; what has no value comes last either way.</param>
    /// <exception cref="FormatException">There is no such column.</exception>
    public IReadOnlyList<TrialRecord> Order(IEnumerable<TrialRecord> rows, string sort, bool isDescending)
    {
        TrialColumn column = Find(sort);
        bool isNumeric = _trials.Any(trial => !double.IsNaN(column.Number(trial)));
        IOrderedEnumerable<TrialRecord> known = isNumeric
            ? rows.OrderBy(trial => double.IsNaN(column.Number(trial)))
            : rows.OrderBy(trial => column.Text(trial).Length == 0);
        return
        [
            .. (isNumeric, isDescending) switch
            {
                (true, false) => known.ThenBy(column.Number),
                (true, true) => known.ThenByDescending(column.Number),
                (false, false) => known.ThenBy(column.Text, StringComparer.Ordinal),
                (false, true) => known.ThenByDescending(column.Text, StringComparer.Ordinal),
            },
        ];
    }
}
