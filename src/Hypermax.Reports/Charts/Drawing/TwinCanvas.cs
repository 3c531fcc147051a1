namespace Hypermax.Charts.Drawing;

/// <summary>Draws on two canvases at once, so that a chart that is wanted as SVG and as PNG is laid out once.</summary>
internal sealed class TwinCanvas(ICanvas first, ICanvas second) : ICanvas
{
    public void Fill(Box box, Paint paint)
    {
        first.Fill(box, paint);
        second.Fill(box, paint);
    }

    public void Area(ReadOnlySpan<Place> places, Paint paint)
    {
        first.Area(places, paint);
        second.Area(places, paint);
    }

    public void Line(ReadOnlySpan<Place> places, Paint paint, double width, double dash = 0)
    {
        first.Line(places, paint, width, dash);
        second.Line(places, paint, width, dash);
    }

    public void Dots(ReadOnlySpan<Place> places, Paint paint, double radius)
    {
        first.Dots(places, paint, radius);
        second.Dots(places, paint, radius);
    }

    public void Crosses(ReadOnlySpan<Place> places, Paint paint, double radius)
    {
        first.Crosses(places, paint, radius);
        second.Crosses(places, paint, radius);
    }

    public void Field(Box box, ReadOnlySpan<byte> levels, int across, ColorRamp ramp)
    {
        first.Field(box, levels, across, ramp);
        second.Field(box, levels, across, ramp);
    }

    public void Text(Place place, string text, TextStyle style)
    {
        first.Text(place, text, style);
        second.Text(place, text, style);
    }

    public void BeginClip(Box box)
    {
        first.BeginClip(box);
        second.BeginClip(box);
    }

    public void EndClip()
    {
        first.EndClip();
        second.EndClip();
    }
}
