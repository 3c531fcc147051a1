namespace Hypermax.Convergence.Problems;

/// <summary>The losses of a problem at budgets from 1 to <see cref="Whole"/>, of which the last is the loss that counts.</summary>
/// <param name="Losses">The true losses of a point, the first at budget 1; safe to call from several threads.</param>
/// <param name="NoiseAtOne">The standard deviation of one observation at budget 1.</param>
/// <param name="NoisePower">How fast it falls: that at budget b is <paramref name="NoiseAtOne"/>·b^−this.</param>
internal sealed record LearningCurves(Func<double[], double[]> Losses, double NoiseAtOne, double NoisePower)
{
    /// <summary>The whole budget.</summary>
    public const int Whole = 81;

    /// <summary>Gets what a whole trial of a point costs, 1 being an average one; null where all cost the same.</summary>
    public Func<double[], double>? Price { get; init; }

    public double NoiseAt(int budget) => NoiseAtOne * Math.Pow(budget, -NoisePower);
}
