using System.Text;
using System.Text.Json;
using Hypermax.Config.Text;
using Hypermax.Folder;

namespace Hypermax.Templates;

/// <summary>Lays a space out for people: as JSON a line for each description and one for each law, as YAML in block form.</summary>
internal static class NodeLayout
{
    private const string Description = "description";

    /// <summary>Writes a node as JSON; lines after the first begin with the indent.</summary>
    public static string Json(Node node, string indent)
    {
        StringBuilder text = new();
        Write(text, node, indent);
        return text.ToString();
    }

    /// <summary>Writes a node as YAML; every line begins with the indent.</summary>
    public static string Yaml(Node node, string indent)
    {
        using JsonDocument document = JsonDocument.Parse(NodeJson.Write(node));
        return string.Concat(YamlText.Of(document.RootElement).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{indent}{line}\n"));
    }

    private static void Write(StringBuilder text, Node node, string indent)
    {
        if (!IsTall(node))
        {
            text.Append(Line(node));
            return;
        }

        bool isArray = node.Kind == NodeKind.Array;
        string inner = indent + "  ";
        text.Append(isArray ? '[' : '{');
        string comma = "\n";
        foreach (string line in isArray ? node.Items.Select(item => Json(item, inner)) : Lines(node, inner))
        {
            text.Append(comma).Append(inner).Append(line);
            comma = ",\n";
        }

        text.Append('\n').Append(indent).Append(isArray ? ']' : '}');
    }

    // The description, what is no object in one line, and the others below in their order.
    private static IEnumerable<string> Lines(Node node, string indent)
    {
        if (node.Find(Description) is { } description)
        {
            yield return Entry(description, indent);
        }

        Member[] others = [.. node.Members.Where(part => part.Name != Description)];
        string line = string.Join(", ", others.Where(part => !IsOwnLine(part)).Select(part => Entry(part, indent)));
        if (line.Length > 0)
        {
            yield return line;
        }

        foreach (Member part in others.Where(IsOwnLine))
        {
            yield return Entry(part, indent);
        }
    }

    private static string Entry(Member part, string indent) => $"{NodeJson.Write(Node.OfText(part.Place, part.Name))}: {Json(part.Value, indent)}";

    private static bool IsOwnLine(Member part) => part.Value.Kind == NodeKind.Object || IsTall(part.Value);

    private static bool IsTall(Node node) =>
        node.Find(Description) is not null || node.Members.Any(part => part.Name == "properties" && part.Value.Members.Count > 0)
        || node.Members.Any(part => IsTall(part.Value)) || node.Items.Any(item => item.Kind == NodeKind.Object)
        || (node.Members.Count > 0 && node.Members.All(part => part.Value.Kind == NodeKind.Object));

    private static string Line(Node node) => node.Kind switch
    {
        NodeKind.Object => node.Members.Count == 0 ? "{}" : $"{{ {string.Join(", ", node.Members.Select(part => Entry(part, string.Empty)))} }}",
        NodeKind.Array => $"[{string.Join(", ", node.Items.Select(Line))}]",
        _ => NodeJson.Write(node),
    };
}
