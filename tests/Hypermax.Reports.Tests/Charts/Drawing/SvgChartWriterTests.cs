using System.Globalization;
using System.Xml.Linq;
using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Drawing;
using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Charts.Kinds;
using Hypermax.Reports;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Charts.Drawing;

public sealed class SvgChartWriterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Write_HistoryUnderAnyCulture_IsTheSamePicture(string culture)
    {
        string svg = Cultures.Under(culture, () => SvgChartWriter.Write(HistoryChart.Create(ChartStudies.Forest(24))));

        Golden.Verify(svg, "svg");
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Write_MatrixUnderAnyCulture_IsTheSamePicture(string culture)
    {
        StudyData data = ChartStudies.Of(
            [.. Enumerable.Range(0, 6).Select(i => (-1.5 + i, (double[])[i % 3, i / 3]))],
            new SearchSpace("s", [new CategoricalParameter("a", ["x", "y", "z"]), new CategoricalParameter("b", [false, true])]));

        string svg = Cultures.Under(
            culture, () => SvgChartWriter.Write(MatrixChart.CreateGlobal(new PairCells(data, 0, 1, Measure.Loss(data), 1), Reduction.Min, "matrix")));

        Golden.Verify(svg, "svg");
    }

    [Fact]
    public void Write_HostileNames_IsWellFormedAndInert()
    {
        SearchSpace space = new(
            "s",
            [
                new NumericParameter("</text><script>alert(1)</script>\u0001\ud800\n\"'&", Law.Uniform, 0, 1),
                new CategoricalParameter("]]>", ["<img onerror=x>", "b\0"]),
            ]);
        StudyData data = ChartStudies.Of(space, 12, vector => vector[0]);

        foreach (ChartPlan plan in ChartCatalogue.List(new StudyAnalysis(data)))
        {
            XDocument picture = XDocument.Parse(SvgChartWriter.Write(plan.Make()));
            Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName == "script");
            Assert.DoesNotContain(
                picture.Descendants().Attributes(),
                attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName == "id");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(12)]
    public void Write_ParallelCoordinatesWithLongNames_TitlesAreWholeAndApart(int parameters)
    {
        string name = "optimizer.learning_rate_of_the_first_layer";
        SearchSpace space = new("s", Enumerable.Range(0, parameters).Select(i => new NumericParameter($"{name}{i}", Law.Uniform, 0, 1)));
        StudyData data = ChartStudies.Of(space, 12, vector => vector[0]);

        XDocument picture = XDocument.Parse(SvgChartWriter.Write(ParallelChart.Create(new StudyAnalysis(data))));

        double width = double.Parse(picture.Root!.Attribute("viewBox")!.Value.Split(' ')[2], CultureInfo.InvariantCulture);
        TextStyle style = new(11, default, Anchor.Middle, IsBold: true);
        (double Row, double Left, double Right)[] titles =
        [
            .. from text in picture.Descendants().Where(element => element.Name.LocalName == "text")
               where text.Attribute("font-weight") is not null && text.Attribute("font-size")!.Value == "11"
               let x = double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture)
               let half = ChartFonts.Width(text.Value, style) / 2
               select (double.Parse(text.Attribute("y")!.Value, CultureInfo.InvariantCulture), x - half, x + half),
        ];
        Assert.Equal(parameters + 1, titles.Length);
        Assert.All(titles, title => Assert.True(title.Left >= 0 && title.Right <= width, $"{title} of {width}"));
        foreach (IGrouping<double, (double Row, double Left, double Right)> row in titles.GroupBy(title => title.Row))
        {
            Assert.All(row.Zip(row.Skip(1)), pair => Assert.True(pair.First.Right < pair.Second.Left, $"{pair}"));
        }
    }

    [Fact]
    public void Write_ManyDots_CostsFewBytesEach()
    {
        StudyData data = ChartStudies.Of(ChartStudies.Plain(1), 5000, vector => vector[0]);

        Assert.True(SvgChartWriter.Write(HistoryChart.Create(data)).Length < 5000 * 18);
    }
}
