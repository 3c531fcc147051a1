using Hypermax.Sampling.Distinct;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Grid;

/// <summary>Tries every combination of the parameters' values once, in a fixed order.</summary>
/// <remarks>
/// <para>Combinations that differ only in parameters that do not exist are one point. Proposes the first point in order that
/// has not been tried and does not run: point n for trial n, unless points were enqueued, fixed or tried before; so a
/// search goes on where it stopped.</para>
/// <para>Cost of a proposal: that of finding a point by its number, not of the size of the grid. Not safe to share between threads.</para>
/// </remarks>
public sealed class GridSampler : IOptionSampler
{
    private readonly GridOptions _options;
    private readonly TriedPoints _tried = new();
    private SpaceGeometry? _geometry;
    private FixedValues _fixedValues = FixedValues.None;
    private PointEnumeration? _points;
    private Trials.TrialHistory? _history;
    private double _next;

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for all values of every parameter.</param>
    /// <exception cref="ArgumentException">A number of levels is below 1.</exception>
    public GridSampler(GridOptions? options = null)
    {
        _options = options ?? new GridOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public bool TakesSeveralObjectives => true;

    /// <inheritdoc/>
    public bool LearnsConstraints => true;

    /// <inheritdoc/>
    public string Name => "grid";

    string? IOptionSampler.Options => MethodOptions.Write(GridLedger.Options, _options);

    /// <summary>Gets the number of points of the grid over a space: how many trials the search will take.</summary>
    /// <param name="space">The space.</param>
    /// <returns>The number; exact up to 2^53.</returns>
    /// <exception cref="ArgumentException">A continuous parameter has no levels; the message names it and says what to do.</exception>
    public double CountPoints(SearchSpace space) => Enumerate(new SpaceGeometry(space), FixedValues.None).Count;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A continuous parameter has no levels; the message names it and says what to do.</exception>
    public Proposal Propose(SamplerContext context)
    {
        Prepare(context);
        _tried.Update(context.History, context.Running, context.Geometry.Count);
        int toSkip = context.Attempt;
        for (double index = _next; index < _points!.Count; index++)
        {
            double[] vector = _points.PointAt(index);
            if (_tried.Contains(vector))
            {
                // A finished point stays finished; a running one might be given up and come back.
                _next = index == _next && _tried.IsFinished(vector) ? index + 1 : _next;
            }
            else if (toSkip-- == 0)
            {
                Insight place = new(Name, Note: FormattableString.Invariant($"point {index + 1} of {_points.Count}"));
                return new Proposal(vector, place) { IsListed = true };
            }
        }

        return Proposal.Exhausted;
    }

    private void Prepare(SamplerContext context)
    {
        bool isSame = ReferenceEquals(_geometry, context.Geometry) && ReferenceEquals(_history, context.History) && _fixedValues.Equals(context.Fixed);
        if (isSame)
        {
            return;
        }

        (_geometry, _history, _fixedValues) = (context.Geometry, context.History, context.Fixed);
        _points = Enumerate(context.Geometry, _fixedValues);
        _next = 0;
    }

    private PointEnumeration Enumerate(SpaceGeometry geometry, FixedValues fixedValues)
    {
        GridLevels levels = new(geometry, _options, fixedValues);
        return new PointEnumeration(geometry.Space, levels.Counts, levels.Value);
    }
}
