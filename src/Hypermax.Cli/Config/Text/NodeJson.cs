using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.Config.Text;

/// <summary>Writes nodes as JSON.</summary>
internal static class NodeJson
{
    private const int MostShown = 60;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <summary>Writes a node.</summary>
    /// <param name="node">The node; of names that repeat the first counts.</param>
    /// <param name="indented">Whether it is written for people.</param>
    public static string Write(Node node, bool indented = false)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Plain with { Indented = indented, IndentSize = 4 }))
        {
            Write(writer, node);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes a node as messages show it: whole, or its beginning.</summary>
    public static string Shown(Node node)
    {
        string text = Write(node);
        return text.Length <= MostShown ? text : text[..MostShown] + "…";
    }

    private static void Write(Utf8JsonWriter writer, Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Object:
                writer.WriteStartObject();
                foreach (Member member in node.Members.DistinctBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;

            case NodeKind.Array:
                writer.WriteStartArray();
                foreach (Node item in node.Items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;

            case NodeKind.Text:
                writer.WriteStringValue(node.Text);
                break;

            default:
                writer.WriteRawValue(node.Text);
                break;
        }
    }
}
