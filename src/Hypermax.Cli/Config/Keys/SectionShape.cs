using System.Text.Json.Nodes;
using Hypermax.Config.Text;

namespace Hypermax.Config.Keys;

/// <summary>An object with keys that are known.</summary>
/// <param name="keys">The keys, in the order of the documentation.</param>
internal sealed class SectionShape(IReadOnlyList<ConfigKey> keys) : Shape("an object")
{
    /// <summary>What may be added to any object for people and editors.</summary>
    public static readonly string[] Notes = ["$comment", "description", "title"];

    /// <summary>Gets the keys.</summary>
    public IReadOnlyList<ConfigKey> Keys { get; } = keys;

    /// <summary>Gets keys that are ignored, and why, as the rest of a sentence.</summary>
    public IReadOnlyDictionary<string, string> Ignored { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets a key, or null.</summary>
    public ConfigKey? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);

    public override bool Accepts(Node node, out string? hint)
    {
        hint = null;
        return node.Kind == NodeKind.Object;
    }

    // Unknown keys are warnings, which a schema has not; editors still complete the known ones.
    public override JsonObject ToSchema()
    {
        JsonObject properties = [];
        foreach (ConfigKey key in Keys)
        {
            JsonObject shape = key.Shape.ToSchema();
            shape["description"] = key.Description;
            properties[key.Name] = shape;
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }
}
