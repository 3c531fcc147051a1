using System.Text.Json.Nodes;
using Hypermax.Config.Text;
using Hypermax.Errors;

namespace Hypermax.Config.Keys;

/// <summary>One of a few names.</summary>
/// <param name="names">The names.</param>
internal sealed class NameShape(params string[] names) : Shape("one of " + string.Join(", ", names))
{
    /// <summary>Gets what names that others have are answered with.</summary>
    public IReadOnlyDictionary<string, string> Refusals { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public override bool Accepts(Node node, out string? hint)
    {
        hint = node.Kind != NodeKind.Text ? null
            : Refusals.TryGetValue(node.Text, out string? refusal) ? refusal
            : NearestName.Of(node.Text, names) is { } nearest ? $"Did you mean '{nearest}'?"
            : null;
        return node.Kind == NodeKind.Text && names.Contains(node.Text, StringComparer.Ordinal);
    }

    public override JsonObject ToSchema() => new() { ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) };
}
