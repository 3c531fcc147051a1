using System.Text.Json.Nodes;
using Hypermax.Config.Text;

namespace Hypermax.Config.Keys;

/// <summary>Nodes of some kinds.</summary>
internal sealed class PlainShape : Shape
{
    private readonly (NodeKind Kind, string Type)[] _kinds;

    private PlainShape(string words, params (NodeKind Kind, string Type)[] kinds)
        : base(words) => _kinds = kinds;

    public static PlainShape Flag { get; } = new("true or false", (NodeKind.Flag, "boolean"));

    public static PlainShape Text { get; } = new("a text", (NodeKind.Text, "string"));

    public static PlainShape Number { get; } = new("a number", (NodeKind.Number, "number"));

    public static PlainShape Object { get; } = new("an object", (NodeKind.Object, "object"));

    public static PlainShape Scalar { get; } =
        new("a text, a number, or true or false", (NodeKind.Text, "string"), (NodeKind.Number, "number"), (NodeKind.Flag, "boolean"));

    public override bool Accepts(Node node, out string? hint)
    {
        hint = null;
        return Array.Exists(_kinds, kind => kind.Kind == node.Kind);
    }

    public override JsonObject ToSchema() => new()
    {
        ["type"] = _kinds.Length == 1 ? _kinds[0].Type : new JsonArray([.. _kinds.Select(kind => JsonValue.Create(kind.Type))]),
    };
}
