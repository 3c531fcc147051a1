using Hypermax.Sampling;

namespace Hypermax.Conformance.Tests.Sampling;

/// <summary>A sampler as people outside write one: draws from the laws of the space until it has a point that was not tried.</summary>
public sealed class FreshPoints : ISampler
{
    private const int Draws = 2000;

    public string Name => "fresh";

    public Proposal Propose(SamplerContext context)
    {
        Numerics.SeedStream stream = context.Stream("fresh");
        double[] point = new double[context.Geometry.Count];
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = 0; i < point.Length; i++)
            {
                double drawn = context.Geometry.Dimensions[i].FromUnit(stream.NextDouble());
                point[i] = context.Space.IsActive(i, point) ? context.Fixed[i] ?? drawn : double.NaN;
            }

            if (!IsTried(context, point))
            {
                return new Proposal(point, new Insight("fresh"));
            }
        }

        return Proposal.Exhausted;
    }

    private static bool IsTried(SamplerContext context, double[] point)
    {
        double[] row = new double[point.Length];
        for (int i = 0; i < context.History.Count; i++)
        {
            context.History.CopyRow(i, row);
            if (row.AsSpan().SequenceEqual(point))
            {
                return true;
            }
        }

        return context.Running.Any(running => running.AsSpan().SequenceEqual(point));
    }
}
