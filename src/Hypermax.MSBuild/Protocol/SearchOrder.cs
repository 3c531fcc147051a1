namespace Hypermax.Build.Protocol;

/// <summary>Which searches of a project build on the tuned values of which others; both ends of the protocol read it.</summary>
/// <remarks>
/// Searches run in stages. One that builds on no other search of its project is in stage 0; every other one stage after the last that it builds on.
/// Names that are not mentioned are in stage 0. A name such as <c>Base/Vocabulary</c> is a study of another project, which is searched before.
/// </remarks>
internal sealed class SearchOrder
{
    private readonly Dictionary<string, IReadOnlyList<string>> _earlier = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes an order.</summary>
    /// <param name="searches">The studies, and those they build on; several entries of one name add up.</param>
    public SearchOrder(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> searches)
    {
        foreach (KeyValuePair<string, IReadOnlyList<string>> search in searches)
        {
            _earlier[search.Key] = [.. EarlierOf(search.Key).Concat(search.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
        }

        Cycle = _earlier.Keys.Select(study => CycleFrom([study])).FirstOrDefault(cycle => cycle.Count > 0) ?? [];
    }

    /// <summary>Gets the searches that are mentioned, in the order they were.</summary>
    public IReadOnlyList<string> Studies => [.. _earlier.Keys];

    /// <summary>Gets searches of which each builds on the next and the last on the first, which is named twice; empty when there are none.</summary>
    public IReadOnlyList<string> Cycle { get; }

    /// <summary>Gets how many stages there are; only for an order without a cycle.</summary>
    public int Stages => 1 + _earlier.Keys.Select(StageOf).DefaultIfEmpty(0).Max();

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static SearchOrder Parse(string text) => new(
        from search in text.Split([';'], StringSplitOptions.RemoveEmptyEntries)
        let parts = search.Split('<')
        let earlier = parts.Length > 1 ? parts[1].Split([','], StringSplitOptions.RemoveEmptyEntries) : []
        select new KeyValuePair<string, IReadOnlyList<string>>(parts[0], earlier));

    /// <summary>Tells whether a name is one of a study of another project.</summary>
    public static bool IsElsewhere(string study) => study.Contains('/');

    /// <summary>Gets the searches that one builds on directly.</summary>
    public IReadOnlyList<string> EarlierOf(string study) => _earlier.TryGetValue(study, out IReadOnlyList<string>? earlier) ? earlier : [];

    /// <summary>Gets all searches that one builds on, directly or not.</summary>
    public IReadOnlyCollection<string> AllEarlierOf(string study)
    {
        HashSet<string> all = new(StringComparer.OrdinalIgnoreCase);
        Stack<string> open = new(EarlierOf(study));
        while (open.Count > 0)
        {
            string next = open.Pop();
            if (all.Add(next))
            {
                EarlierOf(next).ToList().ForEach(open.Push);
            }
        }

        return all;
    }

    /// <summary>Gets the stage of a search; only for an order without a cycle.</summary>
    public int StageOf(string study) =>
        EarlierOf(study).Where(earlier => !IsElsewhere(earlier)).Select(earlier => 1 + StageOf(earlier)).DefaultIfEmpty(0).Max();

    /// <summary>Gets the order in one line: <c>Tokenizer;Model&lt;Tokenizer,Base/Vocabulary</c>.</summary>
    public override string ToString() => string.Join(
        ";",
        _earlier.Select(search => search.Value.Count == 0 ? search.Key : $"{search.Key}<{string.Join(",", search.Value)}"));

    private IReadOnlyList<string> CycleFrom(IReadOnlyList<string> way)
    {
        foreach (string next in EarlierOf(way[way.Count - 1]))
        {
            if (string.Equals(next, way[0], StringComparison.OrdinalIgnoreCase))
            {
                return [.. way, way[0]];
            }

            if (!way.Contains(next, StringComparer.OrdinalIgnoreCase) && CycleFrom([.. way, next]) is { Count: > 0 } cycle)
            {
                return cycle;
            }
        }

        return [];
    }
}
