using System.Globalization;

namespace Hypermax.Spaces.Trees;

/// <summary>Finds the nested form of a flat space.</summary>
internal sealed class TreeBuilder
{
    public const string HasValue = ".HasValue";
    public const string Length = ".Length";

    private readonly SearchSpace _space;
    private readonly Dictionary<int, List<int>> _children = [];
    private readonly List<int> _roots = [];

    public TreeBuilder(SearchSpace space)
    {
        _space = space;
        for (int i = 0; i < space.Count; i++)
        {
            Place(i);
        }
    }

    public SpaceNode Build() => _roots is [int only, ..] && _space.Parameters[only].Name == SpaceBuilder.SelfName
        ? Branches(only, string.Empty, [.. _roots.Skip(1).Select(Part)])
        : Group([.. _roots.Select(Part)]);

    // Every parameter hangs on the last one that decides about it.
    private void Place(int index)
    {
        IReadOnlyList<Condition> conditions = _space.Parameters[index].Conditions;
        if (conditions.Count == 0)
        {
            _roots.Add(index);
            return;
        }

        Condition last = conditions.OrderBy(condition => condition.Parent).Last();
        bool isChoice = _space.Parameters[last.Parent] is CategoricalParameter && last.Low == last.High;
        if (!isChoice && !IsElement(index, last.Parent))
        {
            throw new NotSupportedException(
                $"Parameter '{_space.Parameters[index].Name}' depends on a range of '{_space.Parameters[last.Parent].Name}'; "
                + "a nested space has lists and choices between branches only. Use the flat form of the space instead.");
        }

        if (!_children.TryGetValue(last.Parent, out List<int>? list))
        {
            _children.Add(last.Parent, list = []);
        }

        list.Add(index);
    }

    private bool IsElement(int index, int length)
    {
        string name = _space.Parameters[length].Name;
        return _space.Parameters[length] is NumericParameter
            && name.EndsWith(Length, StringComparison.Ordinal)
            && _space.Parameters[index].Name.StartsWith(name[..^(Length.Length - 1)], StringComparison.Ordinal);
    }

    private (string Name, int Index) Part(int index) => (_space.Parameters[index].Name, index);

    private ObjectNode Group(List<(string Name, int Index)> parts) => new(
    [
        .. parts
            .GroupBy(part => part.Name.Split('.')[0], StringComparer.Ordinal)
            .Select(group => new KeyValuePair<string, SpaceNode>(group.Key, Node(group.Key, [.. group]))),
    ]);

    // The parts under one name: a parameter, or the one that decides about the others and what does not depend on it.
    private SpaceNode Node(string key, List<(string Name, int Index)> parts)
    {
        (string name, int index) = parts[0];
        if (name == key)
        {
            List<(string, int)> shared = Below(key, parts.Skip(1));
            return _children.ContainsKey(index) || shared.Count > 0
                ? Branches(index, _space.Parameters[index].Name, shared)
                : new LeafNode(_space.Parameters[index]);
        }

        SpaceNode? special = name == key + HasValue && parts.Count == 1 ? Optional(key, index) : name == key + Length ? List(key, parts) : null;
        return special ?? Group(Below(key, parts));
    }

    private OptionalNode? Optional(string key, int index)
    {
        if (_space.Parameters[index] is not CategoricalParameter { Choices: [false, true] } presence || !_children.TryGetValue(index, out List<int>? children))
        {
            return null;
        }

        string path = presence.Name[..^HasValue.Length];
        string outer = path[..^key.Length];
        bool isValue = children.TrueForAll(child => _space.Parameters[child].Conditions.Any(condition => condition.Parent == index && condition.Low == 1)
            && (_space.Parameters[child].Name == path || _space.Parameters[child].Name.StartsWith(path + ".", StringComparison.Ordinal)));
        return isValue
            ? new OptionalNode(Node(key, [.. children.Select(child => (_space.Parameters[child].Name[outer.Length..], child))]), presence.Weights?[0] ?? 0.5)
            : null;
    }

    private ListNode? List(string key, List<(string Name, int Index)> parts)
    {
        (string name, int index) = parts[0];
        if (_space.Parameters[index] is not NumericParameter { IsInteger: true, Law: Law.Uniform, Step: 1, Low: >= 0 and double low, High: <= 1024
            and double high })
        {
            return null;
        }

        string outer = _space.Parameters[index].Name[..^name.Length];
        List<(string Name, int Index)> elements = [.. parts.Skip(1)];
        elements.AddRange((_children.GetValueOrDefault(index) ?? []).Select(child => (_space.Parameters[child].Name[outer.Length..], child)));
        List<IGrouping<string, (string Name, int Index)>> groups = [.. Below(key, elements).GroupBy(part => part.Name.Split('.')[0], StringComparer.Ordinal)];
        bool isList = groups.Count == high && groups.Select((group, i) => group.Key == i.ToString(CultureInfo.InvariantCulture)).All(isNext => isNext);
        return isList ? new ListNode(Node("0", [.. groups[0]]), (int)low, (int)high) : null;
    }

    private BranchesNode Branches(int index, string path, List<(string Name, int Index)> shared)
    {
        CategoricalParameter selector = _space.Parameters[index] as CategoricalParameter
            ?? throw new NotSupportedException(
                $"'{_space.Parameters[index].Name}' is both a parameter and a group of parameters; a nested space has no such thing. "
                + "Use the flat form of the space instead.");
        List<int> dependants = _children.GetValueOrDefault(index) ?? [];
        List<KeyValuePair<object, ObjectNode>> branches = [];
        for (int i = 0; i < selector.Choices.Count; i++)
        {
            string prefix = (path.Length == 0 ? string.Empty : path + ".") + Convert.ToString(selector.Choices[i], CultureInfo.InvariantCulture) + ".";
            IEnumerable<(string Name, int Index)> own = dependants
                .Where(child => _space.Parameters[child].Conditions.Any(condition => condition.Parent == index && condition.Low == i))
                .Select(Part)
                .Select(part => (part.Name.StartsWith(prefix, StringComparison.Ordinal) ? part.Name[prefix.Length..] : part.Name, part.Index));
            branches.Add(new KeyValuePair<object, ObjectNode>(selector.Choices[i], Group([.. shared, .. own])));
        }

        return new BranchesNode(branches, selector.Weights);
    }

    private static List<(string Name, int Index)> Below(string key, IEnumerable<(string Name, int Index)> parts) =>
        [.. parts.Select(part => (part.Name[(key.Length + 1)..], part.Index))];
}
