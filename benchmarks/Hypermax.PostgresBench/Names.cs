using System.Diagnostics;

namespace Hypermax.PostgresBench;

/// <summary>Names of studies that nobody else has.</summary>
internal static class Names
{
    public static string Next() => FormattableString.Invariant($"bench {Stopwatch.GetTimestamp()}");
}
