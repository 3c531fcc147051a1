namespace Hypermax.Import;

/// <summary>Which column of a table holds what.</summary>
internal sealed class ImportColumns
{
    private readonly IReadOnlyList<string> _heads;

    /// <summary>Finds the columns.</summary>
    /// <param name="heads">The heads of the table.</param>
    /// <param name="space">The space; each of its parameters but constants needs a column.</param>
    /// <param name="options">Which column holds the loss.</param>
    /// <exception cref="ImportException">A column is missing or stands there twice; all of them are named at once.</exception>
    public ImportColumns(IReadOnlyList<string> heads, SearchSpace space, ImportOptions options)
    {
        _heads = heads;
        List<string> missing = [];
        Loss = Find(options.Loss);
        if (Loss < 0)
        {
            missing.Add($"'{options.Loss}' (the loss)");
        }

        Parameters = [.. space.Parameters.Select(parameter => FindParameter(parameter, missing))];
        if (missing.Count > 0)
        {
            throw new ImportException($"The table has no column {string.Join(", ", missing)}; it has {Quote(heads)}. Name the loss column with --loss, or change the space so that its parameters are called like the columns.");
        }

        (Trial, Status, Time, Log, Error) = (Find("trial"), Find("status"), Find("time"), Find("log"), Find("error"));
        HashSet<int> used = [Loss, .. Parameters, Trial, Status, Time, Log, Error];
        Others = [.. Enumerable.Range(0, heads.Count).Where(index => !used.Contains(index) && heads[index].Length > 0 && heads.Count(head => head == heads[index]) == 1)];
    }

    /// <summary>Gets the column of the loss.</summary>
    public int Loss { get; }

    /// <summary>Gets the column of each parameter; −1 for a constant that has none.</summary>
    public IReadOnlyList<int> Parameters { get; }

    /// <summary>Gets the column of trial numbers, or −1.</summary>
    public int Trial { get; }

    /// <summary>Gets the column of states, or −1.</summary>
    public int Status { get; }

    /// <summary>Gets the column of seconds, or −1.</summary>
    public int Time { get; }

    /// <summary>Gets the column of log paths, or −1.</summary>
    public int Log { get; }

    /// <summary>Gets the column of error messages, or −1.</summary>
    public int Error { get; }

    /// <summary>Gets the columns with a head of their own that are none of the above; those with numbers become metrics.</summary>
    public IReadOnlyList<int> Others { get; }

    private int FindParameter(Parameter parameter, List<string> missing)
    {
        int column = Find("parameters." + parameter.Name);
        column = column >= 0 ? column : Find(parameter.Name);
        foreach (string former in parameter.FormerNames)
        {
            column = column >= 0 ? column : Find(former);
        }

        if (column < 0 && parameter is not CategoricalParameter { IsConstant: true })
        {
            missing.Add($"'{parameter.Name}'");
        }

        return column;
    }

    /// <summary>Finds a column by its exact head, else regardless of case.</summary>
    private int Find(string name)
    {
        int[] exact = [.. Enumerable.Range(0, _heads.Count).Where(index => _heads[index] == name)];
        int[] found = exact.Length > 0 ? exact : [.. Enumerable.Range(0, _heads.Count).Where(index => string.Equals(_heads[index], name, StringComparison.OrdinalIgnoreCase))];
        return found.Length switch
        {
            0 => -1,
            1 => found[0],
            _ => throw new ImportException($"The table has the column '{name}' {found.Length} times, in columns {string.Join(", ", found.Select(index => FormattableString.Invariant($"{index + 1}")))}; which one holds the values cannot be told. Rename or remove the others."),
        };
    }

    private static string Quote(IReadOnlyList<string> heads)
    {
        IEnumerable<string> shown = heads.Take(40).Select(head => $"'{head}'");
        return string.Join(", ", shown) + (heads.Count > 40 ? FormattableString.Invariant($" and {heads.Count - 40} more") : string.Empty);
    }
}
