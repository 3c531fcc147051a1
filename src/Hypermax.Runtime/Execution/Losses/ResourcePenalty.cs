namespace Hypermax.Execution.Losses;

/// <summary>What using more of something than wished costs: nothing up to the target, then the square of the excess.</summary>
/// <remarks>
/// penalty(x) = 0 for x ≤ target, else ((x − target) / (maximum − target))² · penaltyAtMaximum; it goes on growing beyond the
/// maximum, so that samplers still see which of two bad points is worse. With 5, 10 and 0.1, 6 gives 0.004 and 9 gives 0.064.
/// </remarks>
public sealed record ResourcePenalty
{
    /// <summary>Creates a penalty.</summary>
    /// <param name="target">Up to here nothing is charged; 0 or above.</param>
    /// <param name="maximum">Where the penalty has its stated size; above the target.</param>
    /// <param name="penaltyAtMaximum">The penalty there, in the unit of the loss; above 0.</param>
    /// <exception cref="ArgumentException">The numbers contradict each other.</exception>
    public ResourcePenalty(double target, double maximum, double penaltyAtMaximum)
    {
        if (!(target >= 0) || !(maximum > target) || !double.IsFinite(maximum) || !(penaltyAtMaximum > 0) || !double.IsFinite(penaltyAtMaximum))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A penalty has target {target}, maximum {maximum} and penalty {penaltyAtMaximum} at the maximum; ")
                + "it must be 0 ≤ target < maximum and the penalty above 0.");
        }

        Target = target;
        Maximum = maximum;
        PenaltyAtMaximum = penaltyAtMaximum;
    }

    /// <summary>Gets up to where nothing is charged.</summary>
    public double Target { get; }

    /// <summary>Gets where the penalty has its stated size.</summary>
    public double Maximum { get; }

    /// <summary>Gets the penalty at the maximum.</summary>
    public double PenaltyAtMaximum { get; }

    /// <summary>Gets the penalty for what was used.</summary>
    /// <param name="used">In the unit of the target.</param>
    public double Of(double used)
    {
        double excess = (used - Target) / (Maximum - Target);
        return excess > 0 ? excess * excess * PenaltyAtMaximum : 0;
    }
}
