using Hypermax.Charts.Scales;

namespace Hypermax.Analysis.Constraints;

/// <summary>Writes constraints with as many digits as people read: <c>p99 &lt;= 20.13</c>.</summary>
internal static class BoundText
{
    public static string Of(OutcomeConstraint constraint)
    {
        string low = double.IsFinite(constraint.AtLeast) ? $"{NumberText.Short(constraint.AtLeast)} <= " : string.Empty;
        string high = double.IsFinite(constraint.AtMost) ? $" <= {NumberText.Short(constraint.AtMost)}" : string.Empty;
        return high.Length == 0 ? $"{constraint.Name} >= {NumberText.Short(constraint.AtLeast)}" : $"{low}{constraint.Name}{high}";
    }
}
