using System.Text.Json.Nodes;
using Hypermax.Config.Text;

namespace Hypermax.Config.Keys;

/// <summary>What the value of a key may be: the one rule that the reader, the schema and the documentation follow.</summary>
/// <param name="words">The rule, so that "must be …" is a sentence.</param>
internal abstract class Shape(string words)
{
    /// <summary>Gets the rule, so that "must be …" is a sentence.</summary>
    public string Words { get; } = words;

    /// <summary>Tells whether a node has the shape.</summary>
    /// <param name="node">The node; never null.</param>
    /// <param name="hint">What is wrong in particular, as a sentence, or null where the rule says it all.</param>
    public abstract bool Accepts(Node node, out string? hint);

    /// <summary>Writes the shape as JSON Schema.</summary>
    public abstract JsonObject ToSchema();
}
