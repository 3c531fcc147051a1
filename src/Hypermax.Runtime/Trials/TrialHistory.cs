using System.Runtime.InteropServices;

namespace Hypermax.Trials;

/// <summary>The finished trials of a study as samplers see them: one column a parameter, losses to be minimised.</summary>
/// <remarks>
/// <para>Rows are only ever added, so a sampler may keep what it computed from the first n rows of the same instance.
/// In repeatable mode rows stand in trial order; in arrival order otherwise.</para>
/// <para>A span is valid until the next row is added. Not safe to share between threads while rows are added.</para>
/// </remarks>
public sealed class TrialHistory
{
    private readonly List<double>[] _columns;
    private readonly List<double>[] _objectives;
    private readonly ConstraintColumns _constraints = new();
    private readonly List<double> _losses = [];
    private readonly List<int> _numbers = [];
    private readonly List<TrialState> _states = [];
    private readonly List<double> _spreads = [];

    /// <summary>Creates an empty history.</summary>
    /// <param name="parameters">The number of parameters of the space.</param>
    /// <param name="objectives">The number of objectives, above 0.</param>
    public TrialHistory(int parameters, int objectives = 1)
    {
        _columns = Empty(parameters);
        _objectives = Empty(objectives);
        _objectives[0] = _losses;
    }

    /// <summary>Gets the number of objectives.</summary>
    public int ObjectiveCount => _objectives.Length;

    /// <summary>Gets the names of the constraints that some row has a value for, in the order in which they came up.</summary>
    public IReadOnlyList<string> ConstraintNames => _constraints.Names;

    /// <summary>Gets how much each row breaks its constraints in all: 0 for one that keeps all it has values for, or has none.</summary>
    /// <value>Each constraint counts in parts of the median of what the rows that break it break it by, so the units of its values do not matter.
    /// These medians, and with them the sums of all rows, change as rows are added.</value>
    public ReadOnlySpan<double> Infeasibilities => _constraints.Sums;

    /// <summary>Gets the number of parameters: the length of a row.</summary>
    public int ParameterCount => _columns.Length;

    /// <summary>Gets the number of rows.</summary>
    public int Count => _losses.Count;

    /// <summary>Gets the number of rows with a finite loss for every objective.</summary>
    public int UsableCount { get; private set; }

    /// <summary>Gets the losses of the first objective, smaller is better; NaN for a trial that failed without a penalty.</summary>
    public ReadOnlySpan<double> Losses => CollectionsMarshal.AsSpan(_losses);

    /// <summary>Gets the trial numbers.</summary>
    public ReadOnlySpan<int> Numbers => CollectionsMarshal.AsSpan(_numbers);

    /// <summary>Gets the trial states: complete, pruned or failed.</summary>
    public ReadOnlySpan<TrialState> States => CollectionsMarshal.AsSpan(_states);

    /// <summary>Gets how far the loss of each row may lie from the forecast that stands for it: a standard deviation, 0 where it was observed.</summary>
    internal ReadOnlySpan<double> Spreads => CollectionsMarshal.AsSpan(_spreads);

    /// <summary>Gets the row with the smallest loss of the first objective among complete feasible trials, the first of equals; −1 for none.</summary>
    public int BestRow { get; private set; } = -1;

    /// <summary>Gets the losses of one objective, smaller is better; NaN where there is none.</summary>
    /// <param name="objective">The index of the objective.</param>
    public ReadOnlySpan<double> LossesOf(int objective) => CollectionsMarshal.AsSpan(_objectives[objective]);

    /// <summary>Gets by how much each row breaks one constraint, in units of its value: 0 or below where it is kept; NaN where there is no value.</summary>
    /// <param name="constraint">The index of the constraint among <see cref="ConstraintNames"/>.</param>
    public ReadOnlySpan<double> Violations(int constraint) => _constraints.Of(constraint);

    /// <summary>Tells whether a row keeps every constraint that it has a value for.</summary>
    /// <param name="row">The index of the row.</param>
    public bool IsFeasible(int row) => !_constraints.IsBroken(row);

    /// <summary>Gets the values of a row for its constraints, as they were added.</summary>
    internal IReadOnlyList<ConstraintValue> ConstraintsOf(int row) => _constraints.Rows[row];

    /// <summary>Gets the values of one parameter in vector form; NaN where it was inactive.</summary>
    /// <param name="parameter">The index of the parameter.</param>
    public ReadOnlySpan<double> Column(int parameter) => CollectionsMarshal.AsSpan(_columns[parameter]);

    /// <summary>Copies one row.</summary>
    /// <param name="row">The index of the row.</param>
    /// <param name="vector">Where to write the point.</param>
    public void CopyRow(int row, Span<double> vector)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            vector[i] = _columns[i][row];
        }
    }

    /// <summary>Copies the losses of one row.</summary>
    /// <param name="row">The index of the row.</param>
    /// <param name="losses">Where to write one loss for each objective.</param>
    public void CopyLosses(int row, Span<double> losses)
    {
        for (int i = 0; i < _objectives.Length; i++)
        {
            losses[i] = _objectives[i][row];
        }
    }

    /// <summary>Adds a finished trial with one objective and no constraints.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="vector">The point in vector form.</param>
    /// <param name="loss">The loss to be minimised, or NaN when the trial failed without a penalty.</param>
    /// <param name="state">Complete, pruned or failed.</param>
    public void Add(int number, ReadOnlySpan<double> vector, double loss, TrialState state) => Add(number, vector, [loss], [], state);

    /// <summary>Adds a finished trial.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="vector">The point in vector form.</param>
    /// <param name="losses">One loss for each objective, NaN where there is none.</param>
    /// <param name="constraints">The values for constraints; none for one that the trial has no value for.</param>
    /// <param name="state">Complete, pruned or failed.</param>
    public void Add(int number, ReadOnlySpan<double> vector, ReadOnlySpan<double> losses, IReadOnlyList<ConstraintValue> constraints, TrialState state)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        for (int i = 0; i < _columns.Length; i++)
        {
            _columns[i].Add(vector[i]);
        }

        bool isUsable = true;
        for (int i = 0; i < _objectives.Length; i++)
        {
            _objectives[i].Add(losses[i]);
            isUsable &= double.IsFinite(losses[i]);
        }

        _constraints.Add(constraints);
        _numbers.Add(number);
        _states.Add(state);
        _spreads.Add(0);
        int row = Count - 1;
        UsableCount += isUsable ? 1 : 0;
        if (isUsable && state == TrialState.Complete && IsFeasible(row) && (BestRow < 0 || losses[0] < _losses[BestRow]))
        {
            BestRow = row;
        }
    }

    /// <summary>Adds a stopped trial with one objective, whose loss is forecast.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="vector">The point in vector form.</param>
    /// <param name="loss">The loss that it should have ended with.</param>
    /// <param name="spread">How far from that it may have ended: a standard deviation.</param>
    internal void AddForecast(int number, ReadOnlySpan<double> vector, double loss, double spread)
    {
        Add(number, vector, loss, TrialState.Pruned);
        _spreads[^1] = spread;
    }

    private static List<double>[] Empty(int columns)
    {
        List<double>[] empty = new List<double>[columns];
        for (int i = 0; i < columns; i++)
        {
            empty[i] = [];
        }

        return empty;
    }
}
