using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling;

/// <summary>How many parameters of a space exist at once, on average over draws from it.</summary>
internal static class TypicalCount
{
    private const int Draws = 64;

    /// <summary>Counts the parameters that exist.</summary>
    /// <param name="geometry">The space.</param>
    /// <param name="purpose">What the draws are for: the name of their stream.</param>
    /// <param name="counts">Tells which parameters count.</param>
    public static double Of(SpaceGeometry geometry, string purpose, Func<Dimension, bool> counts)
    {
        SeedStream stream = new(0, 0, purpose);
        double[] vector = new double[geometry.Count];
        int sum = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            geometry.Sample(stream, vector);
            for (int i = 0; i < vector.Length; i++)
            {
                sum += !double.IsNaN(vector[i]) && counts(geometry.Dimensions[i]) ? 1 : 0;
            }
        }

        return sum / (double)Draws;
    }
}
