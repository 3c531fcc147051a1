using System.Text.Json.Nodes;
using Hypermax.Config.Text;

namespace Hypermax.Config.Keys;

/// <summary>A list of two numbers.</summary>
internal sealed class PairShape() : Shape("a list of two numbers")
{
    public override bool Accepts(Node node, out string? hint)
    {
        hint = null;
        return node is { Kind: NodeKind.Array, Items: [{ Kind: NodeKind.Number }, { Kind: NodeKind.Number }] };
    }

    public override JsonObject ToSchema() =>
        new() { ["type"] = "array", ["minItems"] = 2, ["maxItems"] = 2, ["items"] = new JsonObject { ["type"] = "number" } };
}
