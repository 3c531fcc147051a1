using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Convergence.Problems;

/// <summary>A function with a known minimum to be found through ask and tell.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Group">The kind of difficulty: classic, conditional, noisy, integer, or sparse.</param>
/// <param name="Space">The search space.</param>
/// <param name="Function">The true loss of a point in vector form.</param>
/// <param name="Minimum">The smallest true loss.</param>
/// <param name="Noise">The standard deviation of the noise that is added to what a sampler is told.</param>
internal sealed record Problem(string Name, string Group, SearchSpace Space, Func<double[], double> Function, double Minimum, double Noise = 0)
{
    private const int References = 400;

    /// <summary>Gets the median over repeats of the best loss of ten random points: regret 1 of the scale.</summary>
    public double TenRandom { get; } = Reference(Space, Function);

    /// <summary>Gets the normalised regret of a true loss: 0 is solved, 1 is what ten random trials give.</summary>
    public double Regret(double loss) => Math.Max(0, loss - Minimum) / (TenRandom - Minimum);

    private static double Reference(SearchSpace space, Func<double[], double> function)
    {
        SpaceGeometry geometry = new(space);
        SeedStream stream = new(20, 0, "reference");
        double[] best = new double[References];
        for (int i = 0; i < References; i++)
        {
            best[i] = Enumerable.Range(0, 10).Min(_ => function(geometry.Sample(stream)));
        }

        Array.Sort(best);
        return best[References / 2];
    }
}
