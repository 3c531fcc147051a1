using System.Text.Json.Nodes;
using Hypermax.Config.Text;

namespace Hypermax.Config.Keys;

/// <summary>A list of texts or numbers, at least one; or a single text where that is allowed.</summary>
/// <param name="words">The rule, so that "must be …" is a sentence.</param>
/// <param name="allowsText">Whether a text alone will do.</param>
internal sealed class ListShape(string words, bool allowsText) : Shape(words)
{
    public override bool Accepts(Node node, out string? hint)
    {
        hint = null;
        return (allowsText && node is { Kind: NodeKind.Text, Text.Length: > 0 })
            || (node.Kind == NodeKind.Array && node.Items.Count > 0 && node.Items.All(item => item.Kind is NodeKind.Text or NodeKind.Number));
    }

    public override JsonObject ToSchema()
    {
        JsonObject list = new() { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = new JsonArray("string", "number") } };
        return allowsText
            ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["minLength"] = 1 }, list) }
            : list;
    }
}
