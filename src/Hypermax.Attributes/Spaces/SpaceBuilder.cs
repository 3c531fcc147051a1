namespace Hypermax;

/// <summary>Collects the parameters of a space in order; called by generated code and by readers of space files.</summary>
/// <remarks>Not safe to share between threads.</remarks>
public sealed class SpaceBuilder
{
    private readonly List<Parameter> _parameters = [];
    private readonly List<Relation> _relations = [];

    /// <summary>Gets the number of parameters so far: the index that the next one will have.</summary>
    public int Count => _parameters.Count;

    /// <summary>Gets the parameters so far.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Gets the relations so far.</summary>
    public IReadOnlyList<Relation> Relations => _relations;

    /// <summary>Adds a parameter.</summary>
    /// <param name="parameter">The parameter; its conditions name parameters added before.</param>
    /// <returns>This builder.</returns>
    public SpaceBuilder Add(Parameter parameter)
    {
        _parameters.Add(parameter);
        return this;
    }

    /// <summary>Adds all parameters of another space under a path.</summary>
    /// <param name="path">The name of the property that holds the nested value; null adds the parameters under their own names.</param>
    /// <param name="space">The nested space.</param>
    /// <param name="conditions">Conditions for the nested space as a whole, in indices of this builder.</param>
    /// <returns>This builder.</returns>
    public SpaceBuilder AddSpace(string? path, SearchSpace space, params Condition[] conditions)
    {
        int start = _parameters.Count;
        foreach (Parameter parameter in space.Parameters)
        {
            string Prefixed(string name) => path is null ? name : name.Length == 0 ? path : path + "." + name;
            ParameterFacts facts = parameter.Facts with
            {
                Conditions = [.. conditions, .. parameter.Conditions.Select(condition => condition with { Parent = condition.Parent + start })],
                FormerNames = [.. parameter.FormerNames.Select(Prefixed)],
            };
            _parameters.Add(parameter.With(parameter.Name == SelfName && path is not null ? path : Prefixed(parameter.Name), facts));
        }

        foreach (Relation relation in space.Relations)
        {
            _relations.Add(relation.Shift(start));
        }

        return this;
    }

    /// <summary>Gets the name of the parameter that selects the branch in the space of a closed hierarchy itself; nested under a path it is called like the path.</summary>
    public const string SelfName = "$branch";
}
