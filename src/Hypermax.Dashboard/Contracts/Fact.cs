namespace Hypermax.Dashboard.Contracts;

/// <summary>A name and what stands beside it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">The text.</param>
internal sealed record Fact(string Name, string Text);
