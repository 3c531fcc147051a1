namespace Hypermax.Charts.Drawing;

/// <summary>How a text looks.</summary>
/// <param name="Size">The font size in CSS pixels.</param>
/// <param name="Color">The colour.</param>
/// <param name="Anchor">Which part stands at the place.</param>
/// <param name="IsBold">Whether the letters are bold.</param>
/// <param name="Turn">How far the text is turned anticlockwise, in degrees: 0, 35 or 90.</param>
internal readonly record struct TextStyle(double Size, Rgb Color, Anchor Anchor = Anchor.Start, bool IsBold = false, int Turn = 0);
