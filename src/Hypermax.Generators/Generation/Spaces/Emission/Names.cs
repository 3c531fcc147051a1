namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Names of local variables and helper methods.</summary>
internal static class Names
{
    /// <summary>Gets a name for the value of a member that cannot be a keyword or another parameter: <c>dropoutValue</c>.</summary>
    public static string Local(string member)
    {
        string plain = member.TrimStart('@');
        return char.ToLowerInvariant(plain[0]) + plain.Substring(1) + "Value";
    }

    /// <summary>Gets a name for a helper that belongs to a path: <c>GradientLayers</c>.</summary>
    public static string Joined(IEnumerable<string> path) => string.Concat(path.Select(part => part.TrimStart('@')));
}
