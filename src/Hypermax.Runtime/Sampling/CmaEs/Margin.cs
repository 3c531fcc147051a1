using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling.CmaEs;

/// <summary>Keeps the probability of leaving the cell of the mean above a margin in every discrete coordinate.</summary>
/// <remarks>Hamano et al. 2022, section 4.2 (binary and outermost cells) and 4.3 (inner cells), with α = 1 / (N·λ).</remarks>
internal static class Margin
{
    public static void Apply(CmaEsState state, IReadOnlyList<Dimension> dimensions)
    {
        double margin = Math.Min(0.4, 1.0 / (Math.Max(1, dimensions.Count) * state.Constants.Population));
        for (int i = 0; i < dimensions.Count; i++)
        {
            if (dimensions[i].IsContinuous)
            {
                continue;
            }

            (double low, double high) = dimensions[i].Cell(dimensions[i].FromUnit(state.Mean[i]));
            if (low > 0 && high < 1)
            {
                Inner(state, i, low, high, margin);
            }
            else
            {
                Outer(state, i, low, high, margin);
            }
        }
    }

    // The mean comes so close to the only way out that the margin lies beyond it.
    private static void Outer(CmaEsState state, int i, double low, double high, double margin)
    {
        double reach = state.Deviation(i) * NormalDistribution.Quantile(1 - margin);
        state.Mean[i] = low <= 0 ? Math.Max(state.Mean[i], high - reach) : Math.Min(state.Mean[i], low + reach);
    }

    // Both ways out get at least half of the margin; mean and stretch follow from the two probabilities.
    private static void Inner(CmaEsState state, int i, double low, double high, double margin)
    {
        double deviation = state.Deviation(i);
        double below = NormalDistribution.Cdf((low - state.Mean[i]) / deviation);
        double above = NormalDistribution.Cdf((state.Mean[i] - high) / deviation);
        double half = margin / 2;
        if (below >= half && above >= half)
        {
            return;
        }

        double within = 1 - below - above;
        double newBelow = Math.Max(half, below);
        double newAbove = Math.Max(half, above);
        double rest = newBelow + newAbove + within - (3 * half);
        double correction = rest > 0 ? (1 - newBelow - newAbove - within) / rest : 0;
        newBelow = Math.Clamp(newBelow + (correction * (newBelow - half)), half, 0.5 - half);
        newAbove = Math.Clamp(newAbove + (correction * (newAbove - half)), half, 0.5 - half);
        double left = NormalDistribution.Quantile(1 - newBelow);
        double right = NormalDistribution.Quantile(1 - newAbove);
        state.Mean[i] = ((low * right) + (high * left)) / (left + right);
        state.Stretch[i] *= (high - low) / (left + right) / deviation;
    }
}
