namespace Hypermax.Charts;

/// <summary>A label of a colour legend.</summary>
/// <param name="Label">The text.</param>
/// <param name="Role">Its colour.</param>
internal sealed record ColorLabel(string Label, ColorRole Role);
