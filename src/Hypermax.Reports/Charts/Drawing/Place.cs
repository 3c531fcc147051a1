namespace Hypermax.Charts.Drawing;

/// <summary>A point of a picture in CSS pixels, y downwards.</summary>
internal readonly record struct Place(double X, double Y);
