namespace Hypermax.Charts.Drawing;

/// <summary>A colour and how opaque it is.</summary>
/// <param name="Color">The colour.</param>
/// <param name="Opacity">From 0 to 1.</param>
internal readonly record struct Paint(Rgb Color, double Opacity = 1);
