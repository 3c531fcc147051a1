namespace Hypermax.Sampling.Random;

/// <summary>Draws every point independently from the laws of the space.</summary>
/// <remarks>Parents before children, one draw an active parameter. Stateless. Cost: linear in the number of parameters.</remarks>
public sealed class RandomSampler : ISampler
{
    private static readonly Insight Why = new("random");

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context) => new(context.Geometry.Sample(context.Stream("random")), Why);
}
