using System.Text.Json.Nodes;
using Hypermax.Config.Text;

namespace Hypermax.Config.Keys;

/// <summary>A list of lists of texts.</summary>
internal sealed class GroupsShape() : Shape("a list of lists of texts")
{
    private static readonly ListShape Group = new("a list of texts", allowsText: true);

    public override bool Accepts(Node node, out string? hint)
    {
        hint = null;
        return node.Kind == NodeKind.Array && node.Items.Count > 0 && node.Items.All(item => Group.Accepts(item, out _));
    }

    public override JsonObject ToSchema() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = Group.ToSchema() };
}
