using System.Collections.Immutable;

namespace Hypermax.Generators.Rules;

/// <summary>What a diagnostic tells its code fix.</summary>
internal static class FixProperties
{
    /// <summary>The expression to put in place of the one that the diagnostic points at.</summary>
    public const string Replacement = "Replacement";

    /// <summary>The full names of the missing branches, separated by bars, with a star behind those that have parameters.</summary>
    public const string Branches = "Branches";

    /// <summary>The properties of a diagnostic whose fix is to write something else in its place; null when there is nothing better to write.</summary>
    public static ImmutableDictionary<string, string?> Replace(string? replacement) =>
        ImmutableDictionary<string, string?>.Empty.Add(Replacement, replacement);
}
