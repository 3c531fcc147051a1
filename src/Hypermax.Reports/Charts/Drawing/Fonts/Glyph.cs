namespace Hypermax.Charts.Drawing.Fonts;

/// <summary>A character's shape in font units, y upwards: closed contours of straight pieces, curves already cut up.</summary>
internal sealed class Glyph(double advance, float[][] contours)
{
    /// <summary>Gets how far the next character stands.</summary>
    public double Advance { get; } = advance;

    /// <summary>Gets the contours, each x, y, x, y, …</summary>
    public float[][] Contours { get; } = contours;
}
