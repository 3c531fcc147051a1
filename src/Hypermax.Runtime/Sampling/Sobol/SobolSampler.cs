using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;

namespace Hypermax.Sampling.Sobol;

/// <summary>Spreads points evenly over the space: trial n is point n of a scrambled Sobol sequence.</summary>
/// <remarks>
/// Every parameter has a coordinate of its own, also where it is inactive. Up to 480 parameters; further ones are drawn
/// independently. Learns nothing from losses. Cost: linear in the number of parameters. Not safe to share between threads.
/// </remarks>
internal sealed class SobolSampler : IOptionSampler
{
    // Where proposals are turned down, the search goes on far from the indices of other trials.
    private const uint AttemptStride = 1_000_003;

    private static readonly Insight Why = new("sobol");

    private readonly DistinctPoints _distinct = new();
    private SobolSequence? _sequence;
    private long _seed;

    /// <inheritdoc/>
    public bool TakesSeveralObjectives => true;

    /// <inheritdoc/>
    public bool LearnsConstraints => true;

    /// <inheritdoc/>
    public string Name => "sobol";

    string? IOptionSampler.Options => string.Empty;

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        if (_sequence?.Dimensions != context.Geometry.Count || _seed != context.Seed)
        {
            _seed = context.Seed;
            _sequence = new SobolSequence(context.Geometry.Count, new SeedStream(context.Seed, 0, "sobol"));
        }

        double[] unit = new double[context.Geometry.Count];
        double[] vector = new double[context.Geometry.Count];
        _sequence.Point((uint)context.TrialNumber + ((uint)context.Attempt * AttemptStride), unit);
        context.FromUnit(unit, vector);
        return _distinct.Replace(context, new Proposal(vector, Why));
    }
}
