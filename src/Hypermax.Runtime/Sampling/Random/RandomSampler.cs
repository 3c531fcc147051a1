using Hypermax.Sampling.Distinct;

namespace Hypermax.Sampling.Random;

/// <summary>Draws every point independently from the laws of the space, none of a finite space twice.</summary>
/// <remarks>Parents before children, one draw an active parameter. Cost: linear in the number of parameters. Not safe to share between threads.</remarks>
internal sealed class RandomSampler : IOptionSampler
{
    private static readonly Insight Why = new("random");

    private readonly DistinctPoints _distinct = new();

    /// <inheritdoc/>
    public bool TakesSeveralObjectives => true;

    /// <inheritdoc/>
    public bool LearnsConstraints => true;

    /// <inheritdoc/>
    public string Name => "random";

    string? IOptionSampler.Options => string.Empty;

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        double[] vector = new double[context.Geometry.Count];
        context.Sample(context.Stream("random"), vector);
        return _distinct.Replace(context, new Proposal(vector, Why));
    }
}
