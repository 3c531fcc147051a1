namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>Names of local variables and helper members; different ones for different members, however these are called.</summary>
internal static class Names
{
    /// <summary>Gets a name for the value of a member that cannot be a keyword or another parameter: <c>dropoutValue</c>.</summary>
    public static string Local(string member)
    {
        string plain = member.TrimStart('@');
        char first = char.ToLowerInvariant(plain[0]);

        // 'Rate' and 'rate' may be members of one type.
        return first == plain[0] ? plain + "Given" : first + plain.Substring(1) + "Value";
    }

    /// <summary>Gets the name of what belongs to a part of a type: <c>Gradient_Layers</c>.</summary>
    /// <param name="path">The name for the type around it, empty for the whole.</param>
    /// <param name="part">The member or branch.</param>
    public static string Join(string path, string part)
    {
        // Underscores of the user's own become '_0', which no name begins with, so that 'A_B' is not 'B' of 'A'.
        string plain = part.Replace("_", "_0");
        return path.Length == 0 ? plain : path + "_" + plain;
    }

    /// <summary>Gets the name of the table of choices that are made once.</summary>
    public static string Table(string name) => "ChoicesOf" + name;
}
