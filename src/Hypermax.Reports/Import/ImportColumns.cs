namespace Hypermax.Import;

/// <summary>Which column of a table holds what.</summary>
internal sealed class ImportColumns
{
    // How tables of others call the column of a parameter: our own, Optuna's, Ray Tune's, Hyperopt's.
    private static readonly string[] Prefixes = ["parameters.", "", "params_", "config/", "config.", "params.", "param_", "misc.vals.", "vals."];

    private readonly Dictionary<string, List<int>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _anyCase = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the columns.</summary>
    /// <param name="heads">The heads of the table.</param>
    /// <param name="space">The space; each of its parameters but constants needs a column.</param>
    /// <param name="options">Which column holds the loss.</param>
    /// <exception cref="ImportException">A column is missing or stands there twice; all of them are named at once.</exception>
    public ImportColumns(IReadOnlyList<string> heads, SearchSpace space, ImportOptions options)
    {
        for (int i = 0; i < heads.Count; i++)
        {
            Note(_exact, heads[i], i);
            Note(_anyCase, heads[i], i);
        }

        List<string> missing = [];
        Loss = options.Loss == ImportOptions.UsualLoss ? FindFirst(ImportOptions.UsualLoss, "value", "values_0", "result.loss") : Find(options.Loss);
        if (Loss < 0)
        {
            missing.Add($"'{options.Loss}' (the loss)");
        }

        Parameters = [.. space.Parameters.Select(parameter => FindParameter(parameter, missing))];
        if (missing.Count > 0)
        {
            throw new ImportException(
                $"The table has no column {string.Join(", ", missing)}; it has {Quote(heads)}. Name the loss column with --loss, "
                + "or change the space so that its parameters are called like the columns.");
        }

        HashSet<int> used = [Loss, .. Parameters];
        int Claim(params string[] names) => FindFirst(names) is var column && used.Add(column) ? column : -1;
        (Trial, Status, Log, Error) = (Claim("trial", "number", "tid"), Claim("status", "state"), Claim("log"), Claim("error"));
        Time = Claim("time", "time_total_s", "duration", "eval_time", "seconds", "runtime");
        (Started, Ended) = (Claim("started", "datetime_start", "book_time"), Claim("ended", "datetime_complete", "refresh_time"));
        Stage = Claim("stage");
        Budget = Claim("$budget");
        (Continues, Loop, Group, Round) = (Claim("$continues"), Claim("$loop"), Claim("$group"), Claim("$round"));
        Others = [.. Enumerable.Range(0, heads.Count).Where(index => !used.Contains(index) && heads[index].Length > 0 && _exact[heads[index]].Count == 1)];
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

    /// <summary>Gets the column of when trials began, or −1.</summary>
    public int Started { get; }

    /// <summary>Gets the column of when trials ended, or −1.</summary>
    public int Ended { get; }

    /// <summary>Gets the column of log paths, or −1.</summary>
    public int Log { get; }

    /// <summary>Gets the column of error messages, or −1.</summary>
    public int Error { get; }

    /// <summary>Gets the column of stages of the search, or −1.</summary>
    public int Stage { get; }

    /// <summary>Gets the column of budgets that trials had, as Hypermax and our own tables have it, or −1.</summary>
    public int Budget { get; }

    /// <summary>Gets the column of the trials that others continue, or −1.</summary>
    public int Continues { get; }

    /// <summary>Gets the column of runs through all brackets, or −1.</summary>
    public int Loop { get; }

    /// <summary>Gets the column of brackets, or −1.</summary>
    public int Group { get; }

    /// <summary>Gets the column of rungs, or −1.</summary>
    public int Round { get; }

    /// <summary>Gets the columns with a head of their own that are none of the above; those with numbers become metrics.</summary>
    public IReadOnlyList<int> Others { get; }

    private int FindParameter(Parameter parameter, List<string> missing)
    {
        // Ray Tune writes the parts of nested names with slashes.
        IEnumerable<string> names = Prefixes.SelectMany(prefix => (string[])[prefix + parameter.Name, prefix + parameter.Name.Replace('.', '/')]);
        int column = FindFirst([.. names, .. parameter.FormerNames]);
        if (column < 0 && parameter is not CategoricalParameter { IsConstant: true })
        {
            missing.Add($"'{parameter.Name}'");
        }

        return column;
    }

    private static void Note(Dictionary<string, List<int>> columns, string head, int column)
    {
        if (!columns.TryGetValue(head, out List<int>? known))
        {
            columns[head] = known = [];
        }

        known.Add(column);
    }

    private int FindFirst(params string[] names) => names.Select(Find).FirstOrDefault(column => column >= 0, -1);

    /// <summary>Finds a column by its exact head, else regardless of case.</summary>
    private int Find(string name)
    {
        if (!_exact.TryGetValue(name, out List<int>? found) && !_anyCase.TryGetValue(name, out found))
        {
            return -1;
        }

        return found.Count == 1
            ? found[0]
            : throw new ImportException(
                $"The table has the column '{name}' {found.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)} times, "
                + $"in columns {string.Join(", ", found.Select(index => FormattableString.Invariant($"{index + 1}")))}; "
                + "which one holds the values cannot be told. Rename or remove the others.");
    }

    private static string Quote(IReadOnlyList<string> heads)
    {
        IEnumerable<string> shown = heads.Take(40).Select(head => $"'{head}'");
        return string.Join(", ", shown) + (heads.Count > 40 ? FormattableString.Invariant($" and {heads.Count - 40} more") : string.Empty);
    }
}
