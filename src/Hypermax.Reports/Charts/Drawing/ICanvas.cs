namespace Hypermax.Charts.Drawing;

/// <summary>The few things that charts are drawn with; lengths in CSS pixels, y downwards.</summary>
internal interface ICanvas
{
    /// <summary>Fills a rectangle.</summary>
    void Fill(Box box, Paint paint);

    /// <summary>Fills an area within a closed line.</summary>
    void Area(ReadOnlySpan<Place> places, Paint paint);

    /// <summary>Draws a line with round corners; dashes are given as lengths of stroke and gap, or 0 for none.</summary>
    void Line(ReadOnlySpan<Place> places, Paint paint, double width, double dash = 0);

    /// <summary>Draws dots of one colour and radius; overlapping dots darken where they are not opaque.</summary>
    void Dots(ReadOnlySpan<Place> places, Paint paint, double radius);

    /// <summary>Draws crosses of one colour, each as wide as a dot of the radius.</summary>
    void Crosses(ReadOnlySpan<Place> places, Paint paint, double radius);

    /// <summary>Draws a picture of levels on a ramp, stretched smoothly over a rectangle; levels row by row from the top left.</summary>
    void Field(Box box, ReadOnlySpan<byte> levels, int across, ColorRamp ramp);

    /// <summary>Writes a text; the place is on its base line.</summary>
    void Text(Place place, string text, TextStyle style);

    /// <summary>Hides what is drawn outside a rectangle until <see cref="EndClip"/>.</summary>
    void BeginClip(Box box);

    /// <summary>Ends the last clip.</summary>
    void EndClip();
}
