using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Anneal;

/// <summary>Draws around one of the best trials so far, in a neighbourhood that shrinks, as Hyperopt's <c>anneal</c> does.</summary>
/// <remarks>
/// <para>Parameters that the chosen trial does not have are taken from another good trial that has them, or drawn from
/// their law. No acceptance test and nothing adaptive: a cheap baseline. Details and deviations: docs/algorithms/anneal.md.</para>
/// <para>Cost of a proposal: linear in the number of parameters, plus a search down the ranking for rare branches. Not
/// safe to share between threads.</para>
/// </remarks>
public sealed class AnnealSampler : IOptionSampler
{
    private static readonly Insight Why = new("anneal");

    private readonly AnnealOptions _options;
    private readonly DistinctPoints _distinct = new();
    private readonly List<int> _bases = [];
    private HistoryRanking? _ranking;
    private TrialHistory? _history;
    private int[] _active = [];
    private int _counted;
    private int[]? _order;

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for Hyperopt's.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public AnnealSampler(AnnealOptions? options = null)
    {
        _options = options ?? new AnnealOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public string Name => "anneal";

    string? IOptionSampler.Options => MethodOptions.Write(AnnealLedger.Options, _options);

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context) => Propose(context, order: null);

    /// <summary>Proposes with trials ranked in another way than by their losses.</summary>
    /// <param name="context">All the sampler may know.</param>
    /// <param name="order">Rows of the history, the best first; null ranks by loss.</param>
    internal Proposal Propose(SamplerContext context, int[]? order)
    {
        _order = order;
        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        Update(context);
        SeedStream stream = context.Stream("anneal");
        double[] vector = new double[context.Geometry.Count];
        _bases.Clear();
        for (int i = 0; i < vector.Length; i++)
        {
            if (!context.TrySettle(vector, i))
            {
                vector[i] = Draw(context, i, stream);
            }
        }

        return _distinct.Replace(context, new Proposal(vector, Why));
    }

    private void Update(SamplerContext context)
    {
        if (!ReferenceEquals(_history, context.History))
        {
            _history = context.History;
            _ranking = new HistoryRanking(_history);
            _active = new int[context.Geometry.Count];
            _counted = 0;
        }

        _ranking!.Update();
        for (; _counted < _history!.Count; _counted++)
        {
            for (int i = 0; i < _active.Length; i++)
            {
                _active[i] += double.IsNaN(_history.Column(i)[_counted]) ? 0 : 1;
            }
        }
    }

    private double Draw(SamplerContext context, int parameter, SeedStream stream)
    {
        Dimension dimension = context.Geometry.Dimensions[parameter];
        if (_active[parameter] == 0)
        {
            return dimension.FromUnit(stream.NextDouble());
        }

        int row = BaseRow(parameter, stream);
        if (row < 0)
        {
            return dimension.FromUnit(stream.NextDouble());
        }

        double start = context.History.Column(parameter)[row];
        double width = 1 / (1 + (_options.Shrinkage * _active[parameter]));
        return AnnealStep.Draw(dimension, start, width, stream);
    }

    // A trial already chosen for this point, if it has the parameter; else one further down the ranking of those that do; −1 where none ranked has it.
    private int BaseRow(int parameter, SeedStream stream)
    {
        ReadOnlySpan<double> column = _history!.Column(parameter);
        foreach (int row in _bases)
        {
            if (!double.IsNaN(column[row]))
            {
                return row;
            }
        }

        double stop = 1 / _options.MeanRank;
        double rank = stop >= 1 ? 0 : Math.Floor(Math.Log(stream.NextOpen()) / Math.Log(1 - stop));
        int toSkip = (int)Math.Min(rank, _active[parameter] - 1);
        int chosen = -1;
        foreach (int row in _order ?? _ranking!.Order)
        {
            if (!double.IsNaN(column[row]))
            {
                chosen = row;
                if (toSkip-- == 0)
                {
                    break;
                }
            }
        }

        if (chosen < 0)
        {
            return -1;
        }

        _bases.Add(chosen);
        return chosen;
    }
}
