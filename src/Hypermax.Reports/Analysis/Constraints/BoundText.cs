using Hypermax.Charts.Scales;

namespace Hypermax.Analysis.Constraints;

/// <summary>Writes constraints with as many digits as people read: <c>p99 &lt;= 20.13</c>.</summary>
internal static class BoundText
{
    private const int Digits = 4;

    /// <summary>Writes a constraint; a bound that is rounded is never stricter than the real one, so that whoever sets it gets what was promised.</summary>
    public static string Of(OutcomeConstraint constraint)
    {
        string low = double.IsFinite(constraint.AtLeast) ? $"{Text(-Above(-constraint.AtLeast))} <= " : string.Empty;
        string high = double.IsFinite(constraint.AtMost) ? $" <= {Text(Above(constraint.AtMost))}" : string.Empty;
        return high.Length == 0 ? $"{constraint.Name} >= {Text(-Above(-constraint.AtLeast))}" : $"{low}{constraint.Name}{high}";
    }

    // The smallest number of so many digits that is not below.
    private static double Above(double value)
    {
        double rounded = NumberText.Rounded(value, Digits);
        if (rounded >= value || !double.IsFinite(rounded))
        {
            return rounded;
        }

        double unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - Digits + 1);
        return NumberText.Rounded(rounded + unit, Digits + 1);
    }

    // One digit more: a carry may have made the number longer.
    private static string Text(double value) => NumberText.Digits(value, Digits + 1);
}
