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
    private readonly List<double> _losses = [];
    private readonly List<int> _numbers = [];
    private readonly List<TrialState> _states = [];

    /// <summary>Creates an empty history.</summary>
    /// <param name="parameters">The number of parameters of the space.</param>
    public TrialHistory(int parameters)
    {
        _columns = new List<double>[parameters];
        for (int i = 0; i < parameters; i++)
        {
            _columns[i] = [];
        }
    }

    /// <summary>Gets the number of parameters: the length of a row.</summary>
    public int ParameterCount => _columns.Length;

    /// <summary>Gets the number of rows.</summary>
    public int Count => _losses.Count;

    /// <summary>Gets the number of rows with a finite loss.</summary>
    public int UsableCount { get; private set; }

    /// <summary>Gets the losses, smaller is better; NaN for a trial that failed without a penalty.</summary>
    public ReadOnlySpan<double> Losses => CollectionsMarshal.AsSpan(_losses);

    /// <summary>Gets the trial numbers.</summary>
    public ReadOnlySpan<int> Numbers => CollectionsMarshal.AsSpan(_numbers);

    /// <summary>Gets the trial states: complete, pruned or failed.</summary>
    public ReadOnlySpan<TrialState> States => CollectionsMarshal.AsSpan(_states);

    /// <summary>Gets the row with the smallest loss among complete trials, the first of equals; −1 when there is none.</summary>
    public int BestRow { get; private set; } = -1;

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

    /// <summary>Adds a finished trial.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="vector">The point in vector form.</param>
    /// <param name="loss">The loss to be minimised, or NaN when the trial failed without a penalty.</param>
    /// <param name="state">Complete, pruned or failed.</param>
    public void Add(int number, ReadOnlySpan<double> vector, double loss, TrialState state)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            _columns[i].Add(vector[i]);
        }

        _losses.Add(loss);
        _numbers.Add(number);
        _states.Add(state);
        if (double.IsFinite(loss))
        {
            UsableCount++;
            if (state == TrialState.Complete && (BestRow < 0 || loss < _losses[BestRow]))
            {
                BestRow = _losses.Count - 1;
            }
        }
    }
}
