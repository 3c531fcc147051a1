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
    public SpaceBuilder AddSpace(string? path, SearchSpace space, params Condition[] conditions) => AddSpace(path, space, null, conditions);

    /// <summary>Adds all parameters of another space under a path that had other names before or is described by the property that holds it.</summary>
    /// <param name="path">The name of the property that holds the nested value; null adds the parameters under their own names.</param>
    /// <param name="space">The nested space.</param>
    /// <param name="property">What is known of the property: its former names become former paths of every parameter,
    /// its description that of the branch selector.</param>
    /// <param name="conditions">Conditions for the nested space as a whole, in indices of this builder.</param>
    /// <returns>This builder.</returns>
    public SpaceBuilder AddSpace(string? path, SearchSpace space, ParameterFacts? property, params Condition[] conditions)
    {
        int start = _parameters.Count;
        foreach (Parameter parameter in space.Parameters)
        {
            bool isSelf = parameter.Name == SelfName && path is not null;
            ParameterFacts facts = parameter.Facts with
            {
                Conditions = [.. conditions, .. parameter.Conditions.Select(condition => condition with { Parent = condition.Parent + start })],
                FormerNames = FormerPaths(path, parameter, property?.FormerNames ?? []),
                Description = isSelf ? property?.Description ?? parameter.Description : parameter.Description,
                Position = isSelf ? property?.Position ?? parameter.Position : parameter.Position,
            };
            _parameters.Add(parameter.With(Join(path, parameter.Name), facts));
        }

        foreach (Relation relation in space.Relations)
        {
            _relations.Add(relation.Shift(start));
        }

        return this;
    }

    /// <summary>Adds a relation between parameters added before.</summary>
    /// <param name="relation">The relation, in indices of this builder.</param>
    /// <returns>This builder.</returns>
    public SpaceBuilder Add(Relation relation)
    {
        _relations.Add(relation);
        return this;
    }

    /// <summary>Gets the name of the parameter that selects the branch in the space of a closed hierarchy itself;
    /// nested under a path it is called like the path.</summary>
    public const string SelfName = "$branch";

    private static string Join(string? path, string name) => path is null ? name : name == SelfName ? path : path + "." + name;

    private static IReadOnlyList<string> FormerPaths(string? path, Parameter parameter, IReadOnlyList<string> formerPaths) =>
    [
        .. parameter.FormerNames.Select(name => Join(path, name)),
        .. formerPaths.SelectMany(former => parameter.FormerNames.Prepend(parameter.Name).Select(name => Join(former, name))),
    ];
}
