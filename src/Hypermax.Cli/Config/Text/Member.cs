namespace Hypermax.Config.Text;

/// <summary>A named part of an object.</summary>
/// <param name="Name">The name.</param>
/// <param name="Place">Where the name stands.</param>
/// <param name="Value">What it names.</param>
internal sealed record Member(string Name, SourcePosition Place, Node Value);
