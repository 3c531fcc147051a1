namespace Hypermax.Tables;

/// <summary>Gives every column of a table a name of its own, whatever parameters are called.</summary>
internal static class UniqueNames
{
    /// <summary>Gets the wanted name, or the name with a number when it is taken.</summary>
    public static string For(string wanted, ISet<string> taken)
    {
        string name = wanted;
        for (int i = 2; !taken.Add(name); i++)
        {
            name = FormattableString.Invariant($"{wanted} ({i})");
        }

        return name;
    }
}
