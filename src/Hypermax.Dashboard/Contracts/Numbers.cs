namespace Hypermax.Dashboard.Contracts;

/// <summary>JSON knows no infinities; what is no finite number is null.</summary>
internal static class Numbers
{
    public static double? OrNull(double value) => double.IsFinite(value) ? value : null;
}
