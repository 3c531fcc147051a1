using System.Text.Json.Nodes;
using Hypermax.Config.Text;

namespace Hypermax.Config.Keys;

/// <summary>An object whose names are the user's own.</summary>
/// <param name="words">The rule, so that "must be …" is a sentence.</param>
/// <param name="value">What each name stands for.</param>
internal sealed class MapShape(string words, Shape value) : Shape(words)
{
    /// <summary>Gets what each name stands for.</summary>
    public Shape Value { get; } = value;

    public override bool Accepts(Node node, out string? hint)
    {
        hint = null;
        return node.Kind == NodeKind.Object;
    }

    public override JsonObject ToSchema() => new() { ["type"] = "object", ["additionalProperties"] = Value.ToSchema() };
}
