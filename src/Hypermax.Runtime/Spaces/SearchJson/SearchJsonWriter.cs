using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hypermax.Spaces.Trees;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Writes a space as the <c>hyperparameters</c> section of a Hypermax <c>search.json</c>.</summary>
/// <remarks>Reading it gives the same space again, but for former names, which the format lacks, and the defaults of branches and lengths.</remarks>
public static class SearchJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the section as indented text.</summary>
    /// <param name="space">The space.</param>
    /// <exception cref="NotSupportedException">The space has something that the format lacks; the message names the parameter.</exception>
    public static string Write(SearchSpace space) => Write(SpaceTree.Build(space), space);

    /// <summary>Writes the section as indented text.</summary>
    /// <param name="root">The nested form of the space.</param>
    /// <param name="related">The space whose relations are written with it, or null for none.</param>
    internal static string Write(SpaceNode root, SearchSpace? related = null)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            Node(writer, root, related: related);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Node(Utf8JsonWriter writer, SpaceNode node, string? title = null, SearchSpace? related = null)
    {
        writer.WriteStartObject();
        if (title is not null)
        {
            writer.WriteString("title", title);
        }

        switch (node)
        {
            case ObjectNode group:
                Group(writer, group);
                break;
            case BranchesNode choice:
                Branches(writer, choice);
                break;
            case OptionalNode optional:
                Optional(writer, optional);
                break;
            case ListNode list:
                writer.WriteString("type", "array");
                writer.WriteNumber("minItems", list.Min);
                writer.WriteNumber("maxItems", list.Max);
                writer.WritePropertyName("items");
                Node(writer, list.Element);
                break;
            case LeafNode leaf:
                SearchJsonLeaf.Write(writer, leaf.Parameter, orNull: false);
                break;
        }

        if (related is not null)
        {
            SearchJsonRelations.Write(writer, related);
        }

        writer.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter writer, ObjectNode group)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach ((string name, SpaceNode part) in group.Properties)
        {
            writer.WritePropertyName(name);
            Node(writer, part);
        }

        writer.WriteEndObject();
    }

    private static void Branches(Utf8JsonWriter writer, BranchesNode choice)
    {
        writer.WriteStartArray("oneOf");
        for (int i = 0; i < choice.Branches.Count; i++)
        {
            (object label, ObjectNode branch) = choice.Branches[i];
            string number = FormattableString.Invariant($"{i}");
            string title = FormattableString.Invariant($"{label}");
            Node(writer, branch, title == number ? null : title);
        }

        writer.WriteEndArray();
        SearchJsonLeaf.Weights(writer, choice.Weights);
    }

    // Null is one more value of an enum where all are equally likely, else a branch beside the value.
    private static void Optional(Utf8JsonWriter writer, OptionalNode optional)
    {
        if (optional.Value is LeafNode { Parameter: CategoricalParameter { Weights: null } categorical }
            && optional.AbsentProbability == 1.0 / (categorical.Choices.Count + 1))
        {
            SearchJsonLeaf.Write(writer, categorical, orNull: true);
            return;
        }

        writer.WriteStartArray("oneOf");
        writer.WriteStartObject();
        writer.WriteString("type", "null");
        writer.WriteEndObject();
        Node(writer, optional.Value);
        writer.WriteEndArray();
        SearchJsonLeaf.Weights(writer, optional.AbsentProbability == 0.5 ? null : [optional.AbsentProbability, 1 - optional.AbsentProbability]);
    }
}
