namespace Hypermax.Dashboard.Contracts;

/// <summary>The end of what a trial printed.</summary>
/// <param name="Text">The lines; null when there is nothing.</param>
internal sealed record LogText(string? Text);
