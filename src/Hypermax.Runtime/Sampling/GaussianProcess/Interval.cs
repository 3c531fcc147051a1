namespace Hypermax.Sampling.GaussianProcess;

/// <summary>A number that is not known exactly.</summary>
/// <param name="Low">Nineteen of twenty are above this.</param>
/// <param name="Middle">The median.</param>
/// <param name="High">Nineteen of twenty are below this.</param>
internal readonly record struct Interval(double Low, double Middle, double High)
{
    /// <summary>Gets the interval that nine of ten values lie in.</summary>
    public static Interval Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new Interval(At(0.05), At(0.5), At(0.95));

        double At(double share)
        {
            double place = share * (sorted.Length - 1);
            int below = (int)place;
            return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
        }
    }
}
