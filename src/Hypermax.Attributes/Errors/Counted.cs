using System.Globalization;

namespace Hypermax.Errors;

/// <summary>Says how many there are of a thing: one trial, but two trials.</summary>
internal static class Counted
{
    /// <summary>Gets the count and the noun, which takes an s unless there is exactly one.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="noun">The thing in the singular, such as <c>complete trial</c>.</param>
    public static string Of(long count, string noun) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? noun : noun + "s");
}
