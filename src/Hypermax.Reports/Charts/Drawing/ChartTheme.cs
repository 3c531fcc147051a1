namespace Hypermax.Charts.Drawing;

/// <summary>The shades of a picture: paper, ink, lines, and one colour for each role.</summary>
/// <remarks>The colours of series differ in lightness as well as in hue, so that they can be told apart without seeing hue.</remarks>
public sealed record ChartTheme
{
    internal ChartTheme()
    {
    }

    /// <summary>Gets the theme of pictures on white paper.</summary>
    public static ChartTheme Light { get; } = new()
    {
        Paper = Rgb.FromHex(0xFFFFFF),
        Ink = Rgb.FromHex(0x1F2933),
        FaintInk = Rgb.FromHex(0x5F6B76),
        GridLine = Rgb.FromHex(0xE6E9EC),
        AxisLine = Rgb.FromHex(0x9AA5B1),
        Roles = Shades(0x2F6FB2, 0xE08A1E, 0x4C9A6A, 0xC2262E, 0x7A3FA0, 0xA7B0BA, 0xD1495B, 0x3AA6B9, 0x8A5A34),
    };

    /// <summary>Gets the theme of pictures on dark pages.</summary>
    public static ChartTheme Dark { get; } = new()
    {
        Paper = Rgb.FromHex(0x161B22),
        Ink = Rgb.FromHex(0xE6EAF0),
        FaintInk = Rgb.FromHex(0xA3ADB8),
        GridLine = Rgb.FromHex(0x2A313A),
        AxisLine = Rgb.FromHex(0x5A6572),
        Roles = Shades(0x6BA8E5, 0xF0A94A, 0x6FC28F, 0xFF6B6B, 0xB98AE0, 0x66717D, 0xF07A8A, 0x5CC8DA, 0xC79C78),
    };

    /// <summary>Gets the background.</summary>
    internal Rgb Paper { get; init; }

    /// <summary>Gets the colour of titles and numbers.</summary>
    internal Rgb Ink { get; init; }

    /// <summary>Gets the colour of notes and tick labels.</summary>
    internal Rgb FaintInk { get; init; }

    /// <summary>Gets the colour of grid lines.</summary>
    internal Rgb GridLine { get; init; }

    /// <summary>Gets the colour of axis lines and ticks.</summary>
    internal Rgb AxisLine { get; init; }

    /// <summary>Gets the colours of the roles.</summary>
    internal IReadOnlyDictionary<ColorRole, Rgb> Roles { get; init; } = new Dictionary<ColorRole, Rgb>();

    private static Dictionary<ColorRole, Rgb> Shades(params ReadOnlySpan<int> colours)
    {
        Dictionary<ColorRole, Rgb> shades = [];
        foreach (ColorRole role in Enum.GetValues<ColorRole>())
        {
            shades.Add(role, Rgb.FromHex(colours[(int)role]));
        }

        return shades;
    }
}
