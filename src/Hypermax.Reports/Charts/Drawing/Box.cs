namespace Hypermax.Charts.Drawing;

/// <summary>A rectangle in CSS pixels, y downwards.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}
