namespace Hypermax.Studies.Staging;

/// <summary>A stage with its name, and its parameters found in the space.</summary>
/// <param name="Name">The name, unlike that of the other stages.</param>
/// <param name="Stage">What was asked for.</param>
/// <param name="Searched">The parameters that are searched; null for all.</param>
/// <param name="InTurn">The groups of parameters that are searched in turn.</param>
internal sealed record StagePlan(string Name, Stage Stage, IReadOnlySet<int>? Searched, IReadOnlyList<IReadOnlySet<int>> InTurn)
{
    /// <summary>Gets whether trials differ from the best one in some of their parameters only.</summary>
    public bool IsPartial => Searched is not null || InTurn.Count > 0 || Stage.AtATime is not null;

    /// <summary>Plans stages.</summary>
    /// <exception cref="ArgumentException">A stage names what is no parameter of the space, nor the start of one.</exception>
    public static IReadOnlyList<StagePlan> Of(SearchSpace space, IReadOnlyList<Stage> stages)
    {
        IReadOnlyList<string> names = NamesOf(stages);
        return
        [
            .. stages.Select((stage, i) => new StagePlan(
                names[i],
                stage,
                stage.Only.Count == 0 ? null : Find(space, names[i], stage.Only),
                [.. stage.InTurn.Select(group => Find(space, names[i], group))])),
        ];
    }

    /// <summary>Gets the names of stages: those that are given, else that of the method, with a number where it is taken.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<Stage> stages)
    {
        HashSet<string> taken = [.. stages.Select(stage => stage.Name).OfType<string>()];
        List<string> names = [];
        foreach (Stage stage in stages)
        {
            string name = stage.Name ?? stage.Method ?? "search";
            string free = name;
            for (int i = 2; stage.Name is null && !taken.Add(free); i++)
            {
                free = FormattableString.Invariant($"{name}-{i}");
            }

            names.Add(free);
        }

        return names;
    }

    /// <summary>Gets parameters and those that relations tie to them: of these, none can move alone.</summary>
    public static HashSet<int> WithTied(SearchSpace space, IEnumerable<int> parameters)
    {
        HashSet<int> all = [.. parameters];
        int before;
        do
        {
            before = all.Count;
            all.UnionWith(space.Relations.Where(relation => relation.Members.Any(all.Contains)).SelectMany(relation => relation.Members).ToList());
        }
        while (all.Count > before);

        return all;
    }

    private static HashSet<int> Find(SearchSpace space, string stage, IReadOnlyList<string> names) =>
        WithTied(space, names.SelectMany(name => Find(space, stage, name)));

    private static List<int> Find(SearchSpace space, string stage, string name)
    {
        List<int> found =
        [
            .. Enumerable.Range(0, space.Count).Where(i =>
                space.Parameters[i].Name == name || space.Parameters[i].Name.StartsWith(name + ".", StringComparison.Ordinal)),
        ];
        if (found.Count == 0)
        {
            string[] known = [.. space.Parameters.Select(parameter => parameter.Name)];
            string advice = Errors.NearestName.Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?" : $"It has {string.Join(", ", known)}.";
            throw new ArgumentException($"Stage '{stage}' searches '{name}', which is no parameter of '{space.Name}', nor the start of one. {advice}");
        }

        return found;
    }
}
