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
    public void Field_TextOnManyColours_KeepsBothRecognisable()
    {
        ColorRamp ramp = new(ColorScales.OfRowRanks);
        PngCanvas canvas = new(200, 200, 1);
        canvas.Fill(new Box(0, 0, 200, 200), new Paint(new Rgb(255, 255, 255)));
        byte[] levels = [.. Enumerable.Range(0, 64 * 64).Select(i => (byte)((i % 64 * 2) + (i / 64)))];
        canvas.Field(new Box(20, 20, 160, 160), levels, 64, ramp);
        for (int i = 0; i < 12; i++)
        {
            canvas.Text(new Place(25, 30 + (12 * i)), "MMMMMMMMMMMMMM", new TextStyle(11, new Rgb(255, 255, 255)));
        }

        (Rgb[] pixels, int width, _) = Decode(canvas.Finish());

        Assert.True(pixels.Distinct().Count() <= 256);
        Assert.Equal(new Rgb(255, 255, 255), pixels[0]);
        Assert.Equal(ramp.Colours[0], pixels[(21 * width) + 21]);
        Assert.Equal(ramp.Colours[^1], pixels[(178 * width) + 178]);
    }

    [Fact]
    public void Index_OneDotAmongThousandsOfColours_KeepsItsColour()
    {
        PngCanvas canvas = new(256, 256, 1);
        for (int y = 0; y < 256; y++)
        {
            for (int x = 0; x < 256; x++)
            {
                canvas.Fill(new Box(x, y, 1, 1), new Paint(new Rgb((byte)(x / 2), (byte)(y / 2), (byte)((x + y) / 4))));
            }
        }

        canvas.Fill(new Box(100, 100, 2, 2), new Paint(new Rgb(255, 0, 0)));

        (Rgb[] pixels, int width, _) = Decode(canvas.Finish());

        Assert.Equal(new Rgb(255, 0, 0), pixels[(100 * width) + 100]);
        for (int i = 0; i < 256; i += 17)
        {
            Rgb pixel = pixels[(i * width) + 30];
            Assert.True(Math.Abs(pixel.R - 15) + Math.Abs(pixel.G - (i / 2)) + Math.Abs(pixel.B - ((30 + i) / 4)) < 40, $"row {i}: {pixel}");
        }
    }

    [Fact]
    public void Pictures_BothAtOnce_AreThoseOfEachWriter()
    {
        Chart chart = HistoryChart.Create(ChartStudies.Forest(24));

        (byte[] svg, byte[] png) = ChartPictures.Write(chart, 1);

        Assert.Equal(SvgChartWriter.Write(chart), System.Text.Encoding.UTF8.GetString(svg));
        Assert.Equal(PngChartWriter.Write(chart, 1), png);
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

    /// <summary>Decodes PNG with a palette and the filters none and up.</summary>
    private static (Rgb[] Pixels, int Width, int Height) Decode(byte[] png)
    {
        int width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        int height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        Assert.Equal([8, 3], png[24..26]);
        byte[] palette = Chunk(png, 33, "PLTE");
        using ZLibStream inflate = new(new MemoryStream(Chunk(png, 33 + 12 + palette.Length, "IDAT")), CompressionMode.Decompress);
        byte[] line = new byte[width + 1];
        byte[] above = new byte[width];
        Rgb[] pixels = new Rgb[width * height];
        for (int y = 0; y < height; y++)
        {
            inflate.ReadExactly(line);
            for (int x = 0; x < width; x++)
            {
                above[x] = (byte)(line[x + 1] + (line[0] == 2 ? above[x] : 0));
                pixels[(y * width) + x] = new Rgb(palette[3 * above[x]], palette[(3 * above[x]) + 1], palette[(3 * above[x]) + 2]);
            }
        }

        return (pixels, width, height);
    }

    private static byte[] Chunk(byte[] png, int at, string type)
    {
        Assert.Equal(type, System.Text.Encoding.ASCII.GetString(png, at + 4, 4));
        return png.AsSpan(at + 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at))).ToArray();
    }

}
