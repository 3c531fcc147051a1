namespace Hypermax.Charts.Kinds;

/// <summary>How opaque marks are, so that many of them still show where they are dense.</summary>
internal static class Opacities
{
    public static double ForCount(int count) => Math.Clamp(12 / Math.Sqrt(Math.Max(1, count)), 0.2, 0.85);
}
