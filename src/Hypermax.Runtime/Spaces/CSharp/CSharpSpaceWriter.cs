using System.Globalization;
using System.Text;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.CSharp;

/// <summary>Writes a space as C# source: annotated records that a project can take over as they are.</summary>
/// <remarks>
/// Groups become records, choices between branches closed hierarchies, lists arrays, and what may be absent is nullable.
/// Names that C# does not allow, and branch numbers, are kept with <c>[Name]</c>, so that the space of the type is the same one,
/// path by path; groups without parameters are left out, and branches without any are texts.
/// </remarks>
internal sealed class CSharpSpaceWriter
{
    private readonly List<string> _types = [];
    private readonly HashSet<string> _typeNames = new(StringComparer.Ordinal) { "Hypermax", "System" };
    private readonly string _root;
    private readonly CSharpTypeNames _names = new();
    private bool _hasNullableReferences;

    private CSharpSpaceWriter(string root) => _root = root;

    /// <summary>Writes a file.</summary>
    /// <param name="root">The nested form of the space.</param>
    /// <param name="typeName">The name of the record for the whole space.</param>
    /// <param name="namespaceName">The namespace, or null for none.</param>
    /// <exception cref="NotSupportedException">The root is neither an object nor a choice between branches.</exception>
    public static string Write(SpaceNode root, string typeName, string? namespaceName = null)
    {
        if (root is not (ObjectNode or BranchesNode))
        {
            throw new NotSupportedException(
                "A type is made of an object or of a choice between branches; a single value has no type of its own. Put it into an object.");
        }

        CSharpSpaceWriter writer = Named(root, typeName);
        StringBuilder text = new(writer._hasNullableReferences ? "#nullable enable\n\nusing Hypermax;\n\n" : "using Hypermax;\n\n");
        if (namespaceName is not null)
        {
            text.Append("namespace ").Append(namespaceName).Append(";\n\n");
        }

        return text.AppendJoin("\n", writer._types).ToString();
    }

    /// <summary>Gets the names that a file of <see cref="Write"/> gives to types and members.</summary>
    /// <inheritdoc cref="Write"/>
    public static CSharpTypeNames Names(SpaceNode root, string typeName) => Named(root, typeName)._names;

    private static CSharpSpaceWriter Named(SpaceNode root, string typeName)
    {
        CSharpSpaceWriter writer = new(CSharpNames.Identifier(typeName));
        writer.Type(root, writer._root, writer._root);
        return writer;
    }

    private string Type(SpaceNode node, string wanted, string unique)
    {
        string name = CSharpNames.Free(_typeNames, _typeNames.Contains(wanted) ? unique : wanted);
        int place = _types.Count;
        _names.Types[node] = name;
        _types.Add(string.Empty);
        _types[place] = node is BranchesNode choice
            ? Hierarchy(choice, name)
            : $"[SearchSpace]\npublic partial record {name}{Members((ObjectNode)node, [name], name, string.Empty)};\n";
        return name;
    }

    private string Hierarchy(BranchesNode choice, string name)
    {
        StringBuilder text = new($"[SearchSpace]\npublic abstract partial record {name}\n{{\n");
        HashSet<string> used = new(StringComparer.Ordinal) { name };
        string[] titles = [.. choice.Branches.Select(branch => Convert.ToString(branch.Key, CultureInfo.InvariantCulture)!)];
        string[] names =
        [
            .. titles.Select(title => CSharpNames.Free(used, char.IsLetter(title, 0) ? CSharpNames.Pascal(title) : CSharpNames.Identifier("Option" + title))),
        ];
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            (string title, string branchName, ObjectNode branch) = (titles[i], names[i], choice.Branches[i].Value);
            if (branchName != title)
            {
                text.Append(CultureInfo.InvariantCulture, $"    [Name({CSharpLeaf.Text(title)})]\n");
            }

            if (choice.Weights is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"    [Branch(Weight = {choice.Weights[i]:R})]\n");
            }

            _names.Types[branch] = $"{name}.{branchName}";
            string members = Members(branch, used, name + branchName.TrimStart('@'), "    ");
            text.Append(CultureInfo.InvariantCulture, $"    public sealed partial record {branchName}{members} : {name};\n");
            if (i < choice.Branches.Count - 1)
            {
                text.Append('\n');
            }
        }

        return text.Append("}\n").ToString();
    }

    // Types that can be seen inside take names away: the type itself, and from a branch also its siblings, which it inherits.
    private string Members(ObjectNode group, IEnumerable<string> types, string owner, string indent)
    {
        HashSet<string> used = new(types, StringComparer.Ordinal);
        List<string> members = [];
        foreach ((string name, SpaceNode part) in group.Properties)
        {
            if (IsEmpty(part))
            {
                continue;
            }

            string identifier = CSharpNames.Free(used, CSharpNames.Identifier(name));
            _names.Members[part] = identifier;
            string rename = identifier.TrimStart('@') == name ? string.Empty : $"[Name({CSharpLeaf.Text(name)})] ";
            members.Add($"{indent}    {rename}{Member(part, name, owner)} {identifier}");
        }

        return members.Count == 0 ? "()" : "(\n" + string.Join(",\n", members) + ")";
    }

    // The attributes and the type of a parameter.
    private string Member(SpaceNode part, string name, string owner)
    {
        switch (Simple(part))
        {
            case OptionalNode optional:
                string absent = optional.AbsentProbability == 0.5
                    ? string.Empty
                    : FormattableString.Invariant($"[Absent(Probability = {optional.AbsentProbability:R})] ");
                _hasNullableReferences = true;
                return $"{absent}{Member(optional.Value, name, owner)}?";
            case ListNode list when Simple(list.Element) is LeafNode element:
                return FormattableString.Invariant($"[Length({list.Min}, {list.Max})] ") + $"{CSharpLeaf.Write(element.Parameter)}[]";
            case ListNode list:
                return FormattableString.Invariant($"[Length({list.Min}, {list.Max})] ") + $"{TypeOf(list.Element, name, owner)}[]";
            case LeafNode leaf:
                return CSharpLeaf.Write(leaf.Parameter);
            default:
                return TypeOf(part, name, owner);
        }
    }

    private string TypeOf(SpaceNode part, string name, string owner)
    {
        string title = CSharpNames.Pascal(name).TrimStart('_', '@');
        return Type(part, _root.TrimStart('@') + title, owner.TrimStart('@') + title);
    }

    // A choice between branches of which none has parameters is a choice between their names: all that a study knows of it.
    private static SpaceNode Simple(SpaceNode part) => part is BranchesNode choice && choice.Branches.All(branch => IsEmpty(branch.Value))
        ? new LeafNode(new CategoricalParameter("choice", choice.Branches.Select(branch => branch.Key), choice.Weights))
        : part;

    private static bool IsEmpty(SpaceNode part) => part is ObjectNode group && group.Properties.All(property => IsEmpty(property.Value));
}
