using System.Globalization;

namespace Hypermax.Settings;

/// <summary>A figure of trials that must stay within bounds, as settings name it.</summary>
/// <param name="Name">What trials call it.</param>
/// <param name="AtMost">The largest value that is feasible; infinity for none.</param>
/// <param name="AtLeast">The smallest value that is feasible; minus infinity for none.</param>
internal sealed record BoundsText(string Name, double AtMost, double AtLeast)
{
    public override string ToString() => (double.IsInfinity(AtLeast), double.IsInfinity(AtMost)) switch
    {
        (false, false) => $"{Text(AtLeast)}<={Name}<={Text(AtMost)}",
        (false, true) => $"{Name}>={Text(AtLeast)}",
        _ => $"{Name}<={Text(AtMost)}",
    };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
