namespace Hypermax.Execution.Losses;

/// <summary>Bends a figure so that reaching a target matters most: beyond it little more is gained, and towards a maximum the loss goes to infinity.</summary>
/// <remarks>
/// <para>With u = (x − target) / (maximum − target): f(x) = u / (1 − u) above the target, with a vertical asymptote at the
/// maximum; f(x) = u / (1 − u) below it too, which has the horizontal asymptote −1. One smooth, strictly rising curve
/// through 0 at the target with slope 1 / (maximum − target).</para>
/// <para>At and beyond the maximum, where the curve would turn over, it goes on as a straight line from u = 0.999, so that
/// samplers still see which of two unacceptable points is worse. For a figure of which more is better, give a maximum
/// below the target: an accuracy with target 0.95 that must not fall to 0.5 is <c>new AsymptoteLoss(0.95, 0.5)</c>.</para>
/// </remarks>
public sealed record AsymptoteLoss
{
    private const double Bend = 0.999;

    /// <summary>Creates a transform.</summary>
    /// <param name="target">Where the loss is 0.</param>
    /// <param name="maximum">Where it becomes unacceptable; another number than the target.</param>
    /// <exception cref="ArgumentException">The numbers are equal or not finite.</exception>
    public AsymptoteLoss(double target, double maximum)
    {
        if (!double.IsFinite(target) || !double.IsFinite(maximum) || target == maximum)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"An asymptote has target {target} and maximum {maximum}; they must be two different finite numbers."));
        }

        Target = target;
        Maximum = maximum;
    }

    /// <summary>Gets where the loss is 0.</summary>
    public double Target { get; }

    /// <summary>Gets where the loss would be infinite.</summary>
    public double Maximum { get; }

    /// <summary>Gets the loss of a figure.</summary>
    /// <param name="value">The figure.</param>
    public double Of(double value)
    {
        double u = (value - Target) / (Maximum - Target);
        return u < Bend
            ? u / (1 - u)
            : (Bend / (1 - Bend)) + ((u - Bend) / ((1 - Bend) * (1 - Bend)));
    }
}
