using System.Buffers.Binary;
using System.IO.Compression;
using Hypermax.Charts;
using Hypermax.Charts.Drawing;
using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Charts.Kinds;

namespace Hypermax.Tests.Charts.Drawing;

public sealed class PngChartWriterTests
{
    [Fact]
    public void Write_HistoryAtDoubleScale_HasTheSizeAndPaper()
    {
        byte[] png = PngChartWriter.Write(HistoryChart.Create(ChartStudies.Forest(24)));

        (Rgb[] pixels, int width, int height) = Decode(png);
        Assert.Equal((1280, 800), (width, height));
        Assert.Equal(new Rgb(255, 255, 255), pixels[0]);
        Assert.Contains(ChartTheme.Light.Roles[ColorRole.Best], pixels);
    }

    [Fact]
    public void Write_SameChartAfterAnother_GivesTheSameBytes()
    {
        Chart first = HistoryChart.Create(ChartStudies.Forest(24));
        Chart second = DistributionChart.Create(ChartStudies.Forest(30));

        byte[] before = PngChartWriter.Write(first, 1);
        PngChartWriter.Write(second, 1);

        Assert.Equal(before, PngChartWriter.Write(first, 1));
    }

    [Fact]
    public void Fill_HalfAPixel_IsHalfCovered()
    {
        PngCanvas canvas = new(4, 4, 1);
        canvas.Fill(new Box(0, 0, 4, 4), new Paint(new Rgb(255, 255, 255)));
        canvas.Fill(new Box(1, 1, 1.5, 1), new Paint(new Rgb(0, 0, 0)));

        (Rgb[] pixels, int width, _) = Decode(canvas.Finish());

        Assert.Equal(new Rgb(0, 0, 0), pixels[width + 1]);
        Assert.InRange(pixels[width + 2].R, 126, 129);
        Assert.Equal(new Rgb(255, 255, 255), pixels[width + 3]);
    }

    [Fact]
    public void Dots_OneDot_CoversItsArea()
    {
        PngCanvas canvas = new(40, 40, 1);
        canvas.Fill(new Box(0, 0, 40, 40), new Paint(new Rgb(255, 255, 255)));
        canvas.Dots([new Place(20, 20)], new Paint(new Rgb(0, 0, 0)), 10);

        double ink = Decode(canvas.Finish()).Pixels.Sum(pixel => (255.0 - pixel.R) / 255);

        Assert.InRange(ink, 0.98 * Math.PI * 100, 1.001 * Math.PI * 100);
    }

    [Fact]
    public void Width_Letters_AddUp()
    {
        TextStyle style = new(10, new Rgb(0, 0, 0));

        Assert.Equal(2 * ChartFonts.Width("m", style), ChartFonts.Width("mm", style), 9);
        Assert.True(ChartFonts.Width("i", style) < ChartFonts.Width("W", style));
        Assert.True(ChartFonts.Width("\u4e2d", style) > 0);
    }

    [Fact]
    public void Glyphs_LettersWithAccents_HaveTheContoursOfBoth() =>
        Assert.True(ChartFonts.Regular['ä'].Contours.Length > ChartFonts.Regular['a'].Contours.Length);

    /// <summary>Decodes true-colour PNG with the filters none, sub and up, checking every checksum's place.</summary>
    private static (Rgb[] Pixels, int Width, int Height) Decode(byte[] png)
    {
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        int height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        int at = 33;
        int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
        Assert.Equal("IDAT", System.Text.Encoding.ASCII.GetString(png, at + 4, 4));
        using ZLibStream inflate = new(new MemoryStream(png, at + 8, length), CompressionMode.Decompress);
        byte[] line = new byte[(width * 3) + 1];
        byte[] above = new byte[width * 3];
        Rgb[] pixels = new Rgb[width * height];
        for (int y = 0; y < height; y++)
        {
            inflate.ReadExactly(line);
            for (int i = 0; i < above.Length; i++)
            {
                int before = line[0] == 1 ? (i < 3 ? 0 : above[i - 3]) : line[0] == 2 ? above[i] : 0;
                above[i] = (byte)(line[i + 1] + before);
            }

            for (int x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = new Rgb(above[3 * x], above[(3 * x) + 1], above[(3 * x) + 2]);
            }
        }

        return (pixels, width, height);
    }
}
