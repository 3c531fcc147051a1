using Hypermax.Charts.Scales;

namespace Hypermax.Charts;

/// <summary>The colour scales of charts.</summary>
internal static class ColorScales
{
    private static readonly Rgb Blue = Rgb.FromHex(0x4D4DFF);
    private static readonly Rgb Green = Rgb.FromHex(0x00FF00);
    private static readonly Rgb Yellow = Rgb.FromHex(0xFFFF00);
    private static readonly Rgb Red = Rgb.FromHex(0xFF0000);
    private static readonly Rgb[] Sequence =
    [
        Rgb.FromHex(0x482878), Rgb.FromHex(0x3B528B), Rgb.FromHex(0x21918C), Rgb.FromHex(0x5EC962), Rgb.FromHex(0xC8D62B),
    ];

    /// <summary>Hypermax's colours of losses: blue up to the 5th percentile, green at the 20th, yellow at the 40th, red from the 90th.</summary>
    /// <param name="title">The title of the bar.</param>
    /// <param name="losses">The values in minimised form; blue is small.</param>
    /// <param name="sign">−1 to show larger values as better.</param>
    public static ColorScale OfLosses(string title, IEnumerable<double> losses, double sign = 1)
    {
        double[] sorted = [.. losses.Where(double.IsFinite)];
        Array.Sort(sorted);
        if (sorted.Length == 0)
        {
            return new ColorScale { Title = title, Stops = [new ColorStop(0, Blue), new ColorStop(1, Red)] };
        }

        ColorStop[] stops =
        [
            new(sign * Quantiles.Of(sorted, 0.05), Blue),
            new(sign * Quantiles.Of(sorted, 0.2), Green),
            new(sign * Quantiles.Of(sorted, 0.4), Yellow),
            new(sign * Quantiles.Of(sorted, 0.9), Red),
        ];
        if (sign < 0)
        {
            Array.Reverse(stops);
        }

        return new ColorScale { Title = title, Stops = stops };
    }

    /// <summary>Colours for many thin lines: the best dark blue, the worst pale.</summary>
    /// <param name="title">The title of the bar.</param>
    /// <param name="losses">The values in minimised form.</param>
    /// <param name="sign">−1 to show larger values as better.</param>
    public static ColorScale OfBest(string title, IEnumerable<double> losses, double sign)
    {
        double[] sorted = [.. losses.Where(double.IsFinite)];
        Array.Sort(sorted);
        ColorStop[] stops = [.. new (double Share, int Hex)[] { (0, 0x12256B), (0.05, 0x1F4FA8), (0.25, 0x3C93C2), (0.6, 0xC3D5E3), (1, 0xEADFD3) }
            .Select(stop => new ColorStop(sign * (sorted.Length == 0 ? stop.Share : Quantiles.Of(sorted, stop.Share)), Rgb.FromHex(stop.Hex)))];
        if (sign < 0)
        {
            Array.Reverse(stops);
        }

        return new ColorScale { Title = title, Stops = stops };
    }

    /// <summary>Hypermax's colours of ranks within a row, from 0 to 1: blue to .1, green .3, yellow .6, red from .9.</summary>
    public static ColorScale OfRowRanks { get; } = new()
    {
        Title = "rank in row",
        Stops =
        [
            new ColorStop(0, Blue), new ColorStop(0.1, Blue), new ColorStop(0.3, Green), new ColorStop(0.6, Yellow), new ColorStop(0.9, Red),
            new ColorStop(1, Red),
        ],
    };

    /// <summary>From blue over white to red, for correlations.</summary>
    public static ColorScale OfCorrelations { get; } = new()
    {
        Title = "correlation",
        Stops =
        [
            new ColorStop(-1, Rgb.FromHex(0x2166AC)), new ColorStop(-0.5, Rgb.FromHex(0x92C5DE)), new ColorStop(0, Rgb.FromHex(0xF7F7F7)),
            new ColorStop(0.5, Rgb.FromHex(0xF4A582)), new ColorStop(1, Rgb.FromHex(0xB2182B)),
        ],
    };

    /// <summary>From dark to light along a sequence, for trial numbers and ranks.</summary>
    /// <param name="title">The title of the bar.</param>
    /// <param name="low">The value of the darkest colour.</param>
    /// <param name="high">The value of the lightest.</param>
    public static ColorScale OfSequence(string title, double low, double high)
    {
        double top = high > low ? high : low + 1;
        return new ColorScale
        {
            Title = title,
            Stops = [.. Sequence.Select((color, i) => new ColorStop((low * (1 - (i / 4.0))) + (top * (i / 4.0)), color))],
        };
    }
}
