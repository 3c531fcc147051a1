using System.Globalization;

namespace Hypermax.Spaces.Trees;

/// <summary>Lists the parameters of a tree in the order and with the names, conditions and facts that the generator gives those of a type.</summary>
internal sealed class TreeFlattener
{
    private readonly List<Parameter> _parameters = [];

    private TreeFlattener()
    {
    }

    public static IReadOnlyList<Parameter> Flatten(SpaceNode root)
    {
        TreeFlattener flattener = new();
        flattener.Add(string.Empty, root, []);
        return flattener._parameters;
    }

    private void Add(string path, SpaceNode node, Condition[] conditions)
    {
        switch (node)
        {
            case ObjectNode group:
                foreach ((string name, SpaceNode part) in group.Properties)
                {
                    Add(Join(path, name), part, conditions);
                }

                break;
            case BranchesNode choice:
                AddBranches(path, choice, conditions);
                break;
            case OptionalNode optional:
                AddOptional(path, optional, conditions);
                break;
            case ListNode list:
                AddList(path, list, conditions);
                break;
            case LeafNode leaf:
                _parameters.Add(leaf.Parameter.With(path, leaf.Parameter.Facts with { Conditions = conditions }));
                break;
        }
    }

    private void AddBranches(string path, BranchesNode choice, Condition[] conditions)
    {
        int selector = _parameters.Count;
        string name = path.Length == 0 ? SpaceBuilder.SelfName : path;
        _parameters.Add(
            new CategoricalParameter(
                name, choice.Branches.Select(branch => branch.Key), choice.Weights, facts: new ParameterFacts { Conditions = conditions }));
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            Add(Join(path, Label(choice.Branches[i].Key)), choice.Branches[i].Value, [.. conditions, new Condition(selector, i, i)]);
        }
    }

    private void AddOptional(string path, OptionalNode optional, Condition[] conditions)
    {
        double absent = optional.AbsentProbability;
        int presence = _parameters.Count;
        double? start = optional.Value is LeafNode { Parameter.Default: not null } ? 1 : null;
        _parameters.Add(
            new CategoricalParameter(
                path + TreeBuilder.HasValue, [false, true], absent == 0.5 ? null : [absent, 1 - absent], facts: Facts(optional.Value, conditions, start)));
        Add(path, optional.Value, [.. conditions, new Condition(presence, 1, 1)]);
    }

    private void AddList(string path, ListNode list, Condition[] conditions)
    {
        int length = _parameters.Count;
        _parameters.Add(
            new NumericParameter(path + TreeBuilder.Length, Law.Uniform, list.Min, list.Max, isInteger: true, facts: Facts(list.Element, conditions)));
        for (int i = 0; i < list.Max; i++)
        {
            Add(Join(path, Label(i)), list.Element, i < list.Min ? conditions : [.. conditions, new Condition(length, i + 1, double.PositiveInfinity)]);
        }
    }

    // What describes a value also describes whether it is there and how many there are.
    private static ParameterFacts Facts(SpaceNode node, Condition[] conditions, double? start = null) => new()
    {
        Conditions = conditions,
        Description = node is LeafNode leaf
            ? leaf.Parameter.Description
            : node is ListNode { Element: LeafNode element } ? element.Parameter.Description : null,
        Default = start,
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Label(object choice) => Convert.ToString(choice, CultureInfo.InvariantCulture)!;
}
