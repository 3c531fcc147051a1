using System.Text.Json.Nodes;
using Hypermax.Config.Text;

namespace Hypermax.Config.Keys;

/// <summary>The stages of a search: a list of objects, or the line that settings have.</summary>
internal sealed class StagesShape() : Shape("a list of stages, each an object, or a text as docs/guide/stages.md has it")
{
    public override bool Accepts(Node node, out string? hint)
    {
        hint = null;
        return node is { Kind: NodeKind.Text, Text.Length: > 0 }
            || (node.Kind == NodeKind.Array && node.Items.Count > 0 && node.Items.All(item => item.Kind == NodeKind.Object));
    }

    public override JsonObject ToSchema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = StageKeys.Section.ToSchema() }),
    };
}
