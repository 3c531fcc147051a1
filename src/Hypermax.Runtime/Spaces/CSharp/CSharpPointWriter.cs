using System.Globalization;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.CSharp;

/// <summary>Writes a point as a C# expression of the type that <see cref="CSharpSpaceWriter"/> writes for its space.</summary>
internal sealed class CSharpPointWriter
{
    private readonly SearchSpace _space;
    private readonly Point _point;
    private readonly CSharpTypeNames _names;

    private CSharpPointWriter(SearchSpace space, Point point, CSharpTypeNames names) => (_space, _point, _names) = (space, point, names);

    /// <summary>Writes the expression.</summary>
    /// <param name="space">The space.</param>
    /// <param name="point">One of its points.</param>
    /// <param name="typeName">The name of the record for the whole space.</param>
    /// <exception cref="NotSupportedException">The space has no nested form.</exception>
    public static string Write(SearchSpace space, Point point, string typeName)
    {
        SpaceNode root = SpaceTree.Build(space);
        CSharpPointWriter writer = new(space, point, CSharpSpaceWriter.Names(root, typeName));
        return writer.Value(root, string.Empty, "    ");
    }

    private string Value(SpaceNode node, string path, string indent)
    {
        switch (node)
        {
            case LeafNode:
                int index = _space.IndexOf(path);
                return CSharpLeaf.Value(_space.Parameters[index], _point[index]);

            case OptionalNode optional:
                return Number(path + TreeBuilder.HasValue) == 1 ? Value(optional.Value, path, indent) : "null";

            case ListNode list:
                IEnumerable<string> elements = Enumerable.Range(0, (int)Number(path + TreeBuilder.Length))
                    .Select(i => Value(list.Element, string.Create(CultureInfo.InvariantCulture, $"{path}.{i}"), indent + "    "));
                return $"[{string.Join(", ", elements)}]";

            case BranchesNode choice:
                int selector = _space.IndexOf(path.Length == 0 ? SpaceBuilder.SelfName : path);
                (object label, ObjectNode branch) = choice.Branches[(int)_point[selector]];
                string title = Convert.ToString(label, CultureInfo.InvariantCulture)!;
                return New(branch, name => First(Join(Join(path, title), name), Join(path, name), name), indent);

            default:
                return New((ObjectNode)node, name => Join(path, name), indent);
        }
    }

    private string New(ObjectNode group, Func<string, string> pathOf, string indent)
    {
        string[] members =
        [
            .. group.Properties
                .Where(part => _names.Members.ContainsKey(part.Value))
                .Select(part => $"{indent}{_names.Members[part.Value]}: {Value(part.Value, pathOf(part.Key), indent + "    ")}"),
        ];
        return members.Length == 0 ? $"new {_names.Types[group]}()" : $"new {_names.Types[group]}(\n{string.Join(",\n", members)})";
    }

    // What a branch has of its own stands below its name, what all branches share beside it; in a flat space it may stand anywhere.
    private string First(params string[] paths) => Array.Find(paths, path => _space.Parameters.Any(parameter =>
        parameter.Name == path || parameter.Name.StartsWith(path + ".", StringComparison.Ordinal)))!;

    private double Number(string path) => _point[_space.IndexOf(path)];

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
