namespace Hypermax.Charts.Drawing;

/// <summary>Draws as SVG. No ids, no scripts, no outside references: several pictures can stand in one page.</summary>
internal sealed class SvgCanvas : ICanvas
{
    /// <summary>Dots of one colour are split over this many paths, because dots of one path do not darken each other.</summary>
    private const int PathsPerColour = 8;

    private readonly Utf8Text _text = new();
    private readonly IReadOnlyDictionary<Rgb, string>? _names;

    /// <summary>Begins a picture.</summary>
    /// <param name="width">Its width in CSS pixels.</param>
    /// <param name="height">Its height.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="names">Style sheet expressions to write for some colours, or null.</param>
    public SvgCanvas(double width, double height, string title, string description, IReadOnlyDictionary<Rgb, string>? names = null)
    {
        _names = names;
        _text.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ");
        Number(width);
        _text.Append(' ');
        Number(height);
        _text.Append("\" width=\"");
        Number(width);
        _text.Append("\" height=\"");
        Number(height);
        _text.Append("\" font-family=\"system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif\"><title>");
        Escape(title);
        _text.Append("</title><desc>");
        Escape(description);
        _text.Append("</desc>\n");
    }

    /// <summary>Ends the picture and gets it in UTF-8.</summary>
    public byte[] Finish() => _text.Append("</svg>\n").Finish();

    public void Fill(Box box, Paint paint)
    {
        _text.Append("<rect");
        Frame(box);
        Colour("fill", paint);
        _text.Append("/>\n");
    }

    public void Area(ReadOnlySpan<Place> places, Paint paint)
    {
        _text.Append("<path d=\"");
        Path(places);
        _text.Append("Z\"");
        Colour("fill", paint);
        _text.Append("/>\n");
    }

    public void Line(ReadOnlySpan<Place> places, Paint paint, double width, double dash = 0)
    {
        _text.Append("<path fill=\"none\" stroke-linejoin=\"round\" d=\"");
        Path(places);
        _text.Append("\" stroke-width=\"");
        Number(width, 2);
        _text.Append('"');
        Colour("stroke", paint);
        if (dash > 0)
        {
            _text.Append(" stroke-dasharray=\"");
            Number(dash);
            _text.Append('"');
        }

        _text.Append("/>\n");
    }

    public void Dots(ReadOnlySpan<Place> places, Paint paint, double radius)
    {
        // A zero-length stroke with round caps is a dot: a dozen bytes each instead of a circle element.
        int paths = paint.Opacity < 1 ? Math.Min(PathsPerColour, places.Length) : Math.Min(1, places.Length);
        for (int path = 0; path < paths; path++)
        {
            _text.Append("<path stroke-linecap=\"round\" d=\"");
            for (int i = path; i < places.Length; i += paths)
            {
                _text.Append('M');
                Number(places[i].X);
                _text.Append(' ');
                Number(places[i].Y);
                _text.Append("h0");
            }

            _text.Append("\" stroke-width=\"");
            Number(radius * 2, 2);
            _text.Append('"');
            Colour("stroke", paint);
            _text.Append("/>\n");
        }
    }

    public void Crosses(ReadOnlySpan<Place> places, Paint paint, double radius)
    {
        _text.Append("<path fill=\"none\" d=\"");
        foreach (Place place in places)
        {
            Path([new Place(place.X - radius, place.Y - radius), new Place(place.X + radius, place.Y + radius)]);
            Path([new Place(place.X - radius, place.Y + radius), new Place(place.X + radius, place.Y - radius)]);
        }

        _text.Append("\" stroke-width=\"1.4\"");
        Colour("stroke", paint);
        _text.Append("/>\n");
    }

    public void Field(Box box, ReadOnlySpan<byte> levels, int across, ColorRamp ramp)
    {
        byte[] png = PngEncoder.Encode(levels, across, ramp.Colours);
        _text.Append("<image preserveAspectRatio=\"none\"");
        Frame(box);
        _text.Append(" href=\"data:image/png;base64,").AppendBase64(png).Append("\"/>\n");
    }

    public void Text(Place place, string text, TextStyle style)
    {
        _text.Append("<text x=\"");
        Number(place.X);
        _text.Append("\" y=\"");
        Number(place.Y);
        _text.Append("\" font-size=\"");
        Number(style.Size);
        _text.Append('"');
        Colour("fill", new Paint(style.Color));
        _text.Append(style.Anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => string.Empty });
        _text.Append(style.IsBold ? " font-weight=\"600\"" : string.Empty);
        if (style.Turn != 0)
        {
            _text.Append(" transform=\"rotate(");
            Number(-style.Turn);
            _text.Append(' ');
            Number(place.X);
            _text.Append(' ');
            Number(place.Y);
            _text.Append(")\"");
        }

        _text.Append('>');
        Escape(text);
        _text.Append("</text>\n");
    }

    public void BeginClip(Box box)
    {
        // A nested svg element hides its outside and needs no id.
        _text.Append("<svg");
        Frame(box);
        _text.Append(" viewBox=\"");
        Number(box.X);
        _text.Append(' ');
        Number(box.Y);
        _text.Append(' ');
        Number(box.Width);
        _text.Append(' ');
        Number(box.Height);
        _text.Append("\">\n");
    }

    public void EndClip() => _text.Append("</svg>\n");

    private void Frame(Box box)
    {
        _text.Append(" x=\"");
        Number(box.X);
        _text.Append("\" y=\"");
        Number(box.Y);
        _text.Append("\" width=\"");
        Number(Math.Max(0, box.Width));
        _text.Append("\" height=\"");
        Number(Math.Max(0, box.Height));
        _text.Append('"');
    }

    private void Path(ReadOnlySpan<Place> places)
    {
        for (int i = 0; i < places.Length; i++)
        {
            _text.Append(i == 0 ? 'M' : 'L');
            Number(places[i].X);
            _text.Append(' ');
            Number(places[i].Y);
        }
    }

    private void Colour(string attribute, Paint paint)
    {
        _text.Append(' ').Append(attribute).Append("=\"").Append(_names?.GetValueOrDefault(paint.Color) ?? paint.Color.ToString()).Append('"');
        if (paint.Opacity < 1)
        {
            _text.Append(' ').Append(attribute).Append("-opacity=\"");
            Number(paint.Opacity, 3);
            _text.Append('"');
        }
    }

    /// <summary>Writes a number with few decimals; by hand, because it is most of the work and must not ask the culture.</summary>
    private void Number(double value, int decimals = 1)
    {
        long power = decimals switch { 1 => 10, 2 => 100, _ => 1000 };
        long scaled = (long)Math.Round(value * power, MidpointRounding.AwayFromZero);
        if (scaled < 0)
        {
            _text.Append('-');
            scaled = -scaled;
        }

        Digits(scaled / power);
        long rest = scaled % power;
        if (rest > 0)
        {
            _text.Append('.');
            for (power /= 10; rest > 0; power /= 10)
            {
                _text.Append((char)('0' + (rest / power)));
                rest %= power;
            }
        }
    }

    private void Digits(long value)
    {
        if (value >= 10)
        {
            Digits(value / 10);
        }

        _text.Append((char)('0' + (value % 10)));
    }

    private void Escape(string text)
    {
        int plain = 0;
        for (int i = 0; i < text.Length; i++)
        {
            string? escaped = text[i] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => null };
            if (escaped is not null)
            {
                _text.Append(text.AsSpan(plain..i)).Append(escaped);
                plain = i + 1;
            }
        }

        _text.Append(text.AsSpan(plain));
    }
}
