namespace Hypermax;

/// <summary>The declared set of parameters and conditions that a study searches.</summary>
/// <remarks>
/// <para>Parameters stand in a flat list, parents before the parameters that depend on them, each named by its path.
/// A point in vector form is one <see cref="double"/> array with an entry for every parameter (see <see cref="Parameter"/>).</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public class SearchSpace
{
    private readonly Dictionary<string, int> _indices;

    /// <summary>Creates a space.</summary>
    /// <param name="name">What the space is called in reports and files, usually the name of the user's type.</param>
    /// <param name="parameters">The parameters, parents before children.</param>
    /// <param name="relations">Relations between parameters, or null for none.</param>
    /// <exception cref="ArgumentException">Two parameters share a name, a condition names a parameter that does not stand before its child, or a relation has
    /// members that it cannot hold between.</exception>
    public SearchSpace(string name, IEnumerable<Parameter> parameters, IEnumerable<Relation>? relations = null)
    {
        Name = name;
        Parameters = [.. parameters];
        Relations = relations is null ? [] : [.. relations];
        _indices = new Dictionary<string, int>(Parameters.Count, StringComparer.Ordinal);
        for (int i = 0; i < Parameters.Count; i++)
        {
            Parameter parameter = Parameters[i];
            if (_indices.ContainsKey(parameter.Name))
            {
                throw new ArgumentException($"Space '{name}' has two parameters named '{parameter.Name}'; names must differ. Rename one.", nameof(parameters));
            }

            if (parameter.Conditions.Any(condition => condition.Parent < 0 || condition.Parent >= i))
            {
                throw new ArgumentException(
                    $"Parameter '{parameter.Name}' of space '{name}' depends on a parameter that does not stand before it; parents come first. Reorder them.",
                    nameof(parameters));
            }

            _indices.Add(parameter.Name, i);
        }

        foreach (Relation relation in Relations)
        {
            RelationRules.Check(relation, this);
        }
    }

    /// <summary>Gets what the space is called in reports and files.</summary>
    public string Name { get; }

    /// <summary>Gets the parameters, parents before children.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Gets the relations between parameters.</summary>
    public IReadOnlyList<Relation> Relations { get; }

    /// <summary>Gets whether the space was read from a <c>search.json</c>, so that advice about it speaks of the keys there.</summary>
    internal bool IsOfSearchJson { get; init; }

    /// <summary>Gets the number of parameters, active or not: the length of a vector.</summary>
    public int Count => Parameters.Count;

    /// <summary>Gets the index of a parameter, or −1 when the space has none of that name.</summary>
    /// <param name="name">The path of the parameter; case matters.</param>
    public int IndexOf(string name) => _indices.TryGetValue(name, out int index) ? index : -1;

    /// <summary>Tells whether a parameter exists at a point, given the values of those before it.</summary>
    /// <param name="index">The index of the parameter.</param>
    /// <param name="vector">The point; entries before <paramref name="index"/> must be set.</param>
    public bool IsActive(int index, double[] vector)
    {
        IReadOnlyList<Condition> conditions = Parameters[index].Conditions;
        for (int i = 0; i < conditions.Count; i++)
        {
            if (!conditions[i].IsMet(vector[conditions[i].Parent]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tells whether a parameter exists at a point.</summary>
    /// <param name="index">The index of the parameter.</param>
    /// <param name="point">The point.</param>
    public bool IsActive(int index, Point point) => IsActive(index, point.Vector);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Errors.Counted.Of(Count, "parameter")})";
}
