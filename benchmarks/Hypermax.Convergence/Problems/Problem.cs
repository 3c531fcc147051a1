using System.Runtime.CompilerServices;
using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Convergence.Problems;

/// <summary>A function with a known minimum to be found through ask and tell.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Group">The kind of difficulty, such as classic, conditional, noisy, integer, or sparse; the family of a made problem.</param>
/// <param name="Space">The search space.</param>
/// <param name="Function">The true loss of a point in vector form; safe to call from several threads.</param>
/// <param name="Minimum">The smallest true loss, or a tight bound below it.</param>
/// <param name="Noise">The standard deviation of the noise that is added to what a sampler is told.</param>
internal sealed record Problem(string Name, string Group, SearchSpace Space, Func<double[], double> Function, double Minimum, double Noise = 0)
{
    // The median over repeats of the best of ten draws is this quantile of one draw.
    private static readonly double BestOfTen = 1 - Math.Pow(0.5, 0.1);
    private StrongBox<double>? _tenRandom;

    /// <summary>Gets what a sampler is told of a true loss, or null when that is the loss and <see cref="Noise"/>.</summary>
    public Func<double, SeedStream, double>? Told { get; init; }

    /// <summary>Gets which points fail instead of giving a loss; null for none.</summary>
    public Func<double[], bool>? Fails { get; init; }

    /// <summary>Gets the losses at smaller budgets; null where trials are whole.</summary>
    public LearningCurves? Curves { get; init; }

    /// <summary>Gets the number of random points that the scale of regret is taken from; fewer for functions that take long.</summary>
    public int ReferenceDraws { get; init; } = 4000;

    /// <summary>Gets the median over repeats of the best loss of ten random points: regret 1 of the scale.</summary>
    public double TenRandom => (_tenRandom ??= new StrongBox<double>(Reference())).Value;

    /// <summary>Gets the normalised regret of a true loss: 0 is solved, 1 is what ten random trials give.</summary>
    public double Regret(double loss) => TenRandom > Minimum ? Math.Max(0, loss - Minimum) / (TenRandom - Minimum) : 0;

    /// <summary>Gets what a sampler is told of a point.</summary>
    /// <param name="vector">The point in vector form.</param>
    /// <param name="noise">Where the noise is drawn from.</param>
    public TrialOutcome Tell(double[] vector, SeedStream noise)
    {
        if (Fails?.Invoke(vector) == true)
        {
            return TrialOutcome.Fail(FailureKind.Exception, "the point is outside of what can be evaluated");
        }

        double loss = Function(vector);
        return TrialOutcome.Of(Told?.Invoke(loss, noise) ?? (loss + (Noise > 0 ? Noise * noise.NextNormal() : 0)));
    }

    private double Reference()
    {
        SpaceGeometry geometry = new(Space);
        SeedStream stream = new(20, 0, "reference");
        double[] losses =
        [
            .. Enumerable.Range(0, ReferenceDraws)
                .Select(_ => geometry.Sample(stream))
                .Select(point => Fails?.Invoke(point) == true ? double.PositiveInfinity : Function(point)),
        ];
        Array.Sort(losses);
        return losses[(int)(BestOfTen * losses.Length)];
    }
}
