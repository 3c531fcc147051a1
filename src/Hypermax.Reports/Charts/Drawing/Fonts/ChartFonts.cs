namespace Hypermax.Charts.Drawing.Fonts;

/// <summary>The fonts of pictures, embedded so that they look the same on every machine; also the measure of all texts.</summary>
/// <remarks>A subset of DejaVu Sans: Latin, Greek, Cyrillic, punctuation and a few signs; others are drawn as boxes in PNG.</remarks>
internal static class ChartFonts
{
    private static readonly Lazy<TrueTypeFont> LazyRegular = new(() => Load("DejaVuSans.subset.ttf"));
    private static readonly Lazy<TrueTypeFont> LazyBold = new(() => Load("DejaVuSans-Bold.subset.ttf"));

    public static TrueTypeFont Regular => LazyRegular.Value;

    public static TrueTypeFont Bold => LazyBold.Value;

    public static double Width(string text, TextStyle style) => (style.IsBold ? Bold : Regular).Width(text, style.Size);

    private static TrueTypeFont Load(string file)
    {
        using Stream stream = typeof(ChartFonts).Assembly.GetManifestResourceStream("Hypermax.Fonts." + file)
            ?? throw new InvalidOperationException($"The font '{file}' is not embedded in this assembly. Build Hypermax.Reports with its Fonts folder.");
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return new TrueTypeFont(copy.ToArray());
    }
}
