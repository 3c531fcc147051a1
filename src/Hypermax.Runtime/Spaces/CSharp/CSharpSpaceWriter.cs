using System.Globalization;
using System.Text;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.CSharp;

/// <summary>Writes a space as C# source: annotated records that a project can take over as they are.</summary>
/// <remarks>Groups become records, choices between branches closed hierarchies; names that C# does not allow are kept with <c>[Name]</c>.</remarks>
public sealed class CSharpSpaceWriter
{
    private readonly List<string> _types = [];
    private readonly HashSet<string> _typeNames = new(StringComparer.Ordinal);

    private CSharpSpaceWriter()
    {
    }

    /// <summary>Writes a file.</summary>
    /// <param name="root">The nested form of the space.</param>
    /// <param name="typeName">The name of the record for the whole space.</param>
    /// <param name="namespaceName">The namespace, or null for none.</param>
    public static string Write(SpaceNode root, string typeName, string? namespaceName = null)
    {
        CSharpSpaceWriter writer = new();
        writer.Type(root, typeName);
        StringBuilder text = new("using Hypermax;\n\n");
        if (namespaceName is not null)
        {
            text.Append("namespace ").Append(namespaceName).Append(";\n\n");
        }

        return text.AppendJoin("\n", writer._types).ToString();
    }

    private string Type(SpaceNode node, string wanted)
    {
        string name = Unique(wanted);
        int place = _types.Count;
        _types.Add(string.Empty);
        _types[place] = node switch
        {
            ObjectNode group => $"[SearchSpace]\npublic partial record {name}{Members(group, name, string.Empty)};\n",
            BranchesNode choice => Hierarchy(choice, name),
            LeafNode leaf => $"[SearchSpace]\npublic partial record {name}(\n    {CSharpLeaf.Write(leaf.Parameter)} Value);\n",
            _ => throw new ArgumentException($"'{node.GetType().Name}' is no part of a space.", nameof(node)),
        };
        return name;
    }

    private string Hierarchy(BranchesNode choice, string name)
    {
        StringBuilder text = new($"[SearchSpace]\npublic abstract partial record {name}\n{{\n");
        HashSet<string> used = new(StringComparer.Ordinal) { name };
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            (object label, ObjectNode branch) = choice.Branches[i];
            string branchName = CSharpNames.Free(used, label is string title ? CSharpNames.Pascal(title) : FormattableString.Invariant($"Option{label}"));
            if (choice.Weights is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"    [Branch(Weight = {choice.Weights[i]:R})]\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"    public sealed partial record {branchName}{Members(branch, name + branchName, "    ")} : {name};\n");
            if (i < choice.Branches.Count - 1)
            {
                text.Append('\n');
            }
        }

        return text.Append("}\n").ToString();
    }

    private string Members(ObjectNode group, string owner, string indent)
    {
        if (group.Properties.Count == 0)
        {
            return "()";
        }

        HashSet<string> used = new(StringComparer.Ordinal);
        List<string> members = [];
        foreach ((string name, SpaceNode part) in group.Properties)
        {
            string identifier = CSharpNames.Free(used, CSharpNames.Identifier(name));
            string rename = identifier.TrimStart('@') == name ? string.Empty : $"[Name({CSharpLeaf.Text(name)})] ";
            string type = part is LeafNode leaf ? CSharpLeaf.Write(leaf.Parameter) : Type(part, owner + CSharpNames.Pascal(name));
            members.Add($"{indent}    {rename}{type} {identifier}");
        }

        return "(\n" + string.Join(",\n", members) + ")";
    }

    private string Unique(string wanted) => CSharpNames.Free(_typeNames, CSharpNames.Identifier(wanted));
}
