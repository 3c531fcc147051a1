namespace Hypermax.Spaces.Trees;

/// <summary>Turns spaces from their flat form into the nested form in which people write them, and back.</summary>
public static class SpaceTree
{
    /// <summary>Flattens a tree: paths with dots, the choice of a branch at the branch's own path, conditions on it.</summary>
    /// <param name="name">What the space is called.</param>
    /// <param name="root">The tree.</param>
    /// <exception cref="FormatException">Two parts have the same path.</exception>
    public static SearchSpace Flatten(string name, SpaceNode root)
    {
        SpaceBuilder builder = new();
        Add(builder, string.Empty, root, []);
        try
        {
            return new SearchSpace(name, builder.Parameters);
        }
        catch (ArgumentException error)
        {
            throw new FormatException(error.Message, error);
        }
    }

    /// <summary>Builds the tree of a space: a categorical parameter that others depend on becomes a choice between branches.</summary>
    /// <param name="space">The space.</param>
    /// <exception cref="NotSupportedException">A parameter depends on a range of a number, as elements of a list do; the nested form has no such thing.</exception>
    public static SpaceNode Build(SearchSpace space)
    {
        Dictionary<int, List<int>> children = [];
        List<int> roots = [];
        for (int i = 0; i < space.Count; i++)
        {
            IReadOnlyList<Condition> conditions = space.Parameters[i].Conditions;
            if (conditions.Count == 0)
            {
                roots.Add(i);
                continue;
            }

            Condition last = conditions.OrderBy(condition => condition.Parent).Last();
            if (space.Parameters[last.Parent] is not CategoricalParameter || last.Low != last.High)
            {
                throw new NotSupportedException($"Parameter '{space.Parameters[i].Name}' depends on a range of '{space.Parameters[last.Parent].Name}', as elements of a list do; a nested space only has choices between branches. Use the flat form of the space instead.");
            }

            if (!children.TryGetValue(last.Parent, out List<int>? list))
            {
                children.Add(last.Parent, list = []);
            }

            list.Add(i);
        }

        return roots.Count == 1 && space.Parameters[roots[0]].Name == SpaceBuilder.SelfName
            ? Node(space, children, roots[0], string.Empty)
            : Group(space, children, roots.ConvertAll(i => (Name: space.Parameters[i].Name, Index: i)));
    }

    private static void Add(SpaceBuilder builder, string path, SpaceNode node, Condition[] conditions)
    {
        switch (node)
        {
            case ObjectNode group:
                foreach ((string name, SpaceNode part) in group.Properties)
                {
                    Add(builder, path.Length == 0 ? name : $"{path}.{name}", part, conditions);
                }

                break;
            case BranchesNode choice:
                int selector = builder.Count;
                builder.Add(new CategoricalParameter(path.Length == 0 ? SpaceBuilder.SelfName : path, choice.Branches.Select(branch => branch.Key), choice.Weights, facts: new ParameterFacts { Conditions = conditions }));
                for (int i = 0; i < choice.Branches.Count; i++)
                {
                    string label = Label(choice.Branches[i].Key);
                    Add(builder, path.Length == 0 ? label : $"{path}.{label}", choice.Branches[i].Value, [.. conditions, new Condition(selector, i, i)]);
                }

                break;
            case LeafNode leaf:
                builder.Add(leaf.Parameter.With(path, leaf.Parameter.Facts with { Conditions = conditions }));
                break;
        }
    }

    private static SpaceNode Node(SearchSpace space, Dictionary<int, List<int>> children, int index, string path)
    {
        Parameter parameter = space.Parameters[index];
        if (!children.TryGetValue(index, out List<int>? dependants))
        {
            return new LeafNode(parameter);
        }

        CategoricalParameter selector = (CategoricalParameter)parameter;
        List<KeyValuePair<object, ObjectNode>> branches = [];
        for (int i = 0; i < selector.Choices.Count; i++)
        {
            string prefix = (path.Length == 0 ? string.Empty : parameter.Name + ".") + Label(selector.Choices[i]) + ".";
            List<(string Name, int Index)> parts = [.. dependants
                .Where(child => space.Parameters[child].Conditions.Any(condition => condition.Parent == index && condition.Low == i))
                .Select(child => (space.Parameters[child].Name, child))
                .Select(part => (part.Name.StartsWith(prefix, StringComparison.Ordinal) ? part.Name[prefix.Length..] : part.Name, part.child))];
            branches.Add(new KeyValuePair<object, ObjectNode>(selector.Choices[i], Group(space, children, parts)));
        }

        return new BranchesNode(branches, selector.Weights);
    }

    private static ObjectNode Group(SearchSpace space, Dictionary<int, List<int>> children, List<(string Name, int Index)> parts)
    {
        List<KeyValuePair<string, SpaceNode>> properties = [];
        foreach (IGrouping<string, (string Name, int Index)> group in parts.GroupBy(part => part.Name.Split('.')[0], StringComparer.Ordinal))
        {
            (string name, int index) = group.First();
            properties.Add(new KeyValuePair<string, SpaceNode>(
                group.Key,
                name == group.Key
                    ? Node(space, children, index, space.Parameters[index].Name)
                    : Group(space, children, [.. group.Select(part => (part.Name[(group.Key.Length + 1)..], part.Index))])));
        }

        return new ObjectNode(properties);
    }

    private static string Label(object choice) => Convert.ToString(choice, System.Globalization.CultureInfo.InvariantCulture)!;
}
