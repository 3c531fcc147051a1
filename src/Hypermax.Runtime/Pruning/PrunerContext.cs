using Hypermax.Numerics;

namespace Hypermax.Pruning;

/// <summary>All that a pruner may know when it judges a trial.</summary>
public sealed class PrunerContext
{
    /// <summary>Gets the reports of the trial so far; the last one by step is new, and there is at least one.</summary>
    public required LearningCurve Curve { get; init; }

    /// <summary>Gets the curves of the finished trials that the verdict may depend on, in the order that the study's mode defines.</summary>
    public required CurveHistory History { get; init; }

    /// <summary>Gets the curves of other trials that run now; empty in a search that repeats, for what they say depends on time.</summary>
    public IReadOnlyList<LearningCurve> Running { get; init; } = [];

    /// <summary>Gets which values of the objective are better. Curves hold losses, of which smaller ones are better in any case.</summary>
    public Direction Direction { get; init; }

    /// <summary>Gets the seed of the study; draw from <see cref="StreamOf"/>.</summary>
    public long Seed { get; init; }

    /// <summary>Gets the step of the newest report.</summary>
    public long Step => Curve.Steps[^1];

    /// <summary>Gets the loss of the newest report.</summary>
    public double Loss => Curve.Losses[^1];

    /// <summary>Makes the stream of the random draws that belong to a trial.</summary>
    /// <param name="trial">The number of the trial, which may be any of the study.</param>
    /// <param name="purpose">What the draws are for; a pruner uses its own name as prefix.</param>
    public SeedStream StreamOf(int trial, string purpose) => new(Seed, trial, purpose);

    /// <summary>Writes a loss as the value that people know, with five digits.</summary>
    internal string Words(double loss) => Direction.ToLoss(loss).ToString("G5", System.Globalization.CultureInfo.InvariantCulture);
}
