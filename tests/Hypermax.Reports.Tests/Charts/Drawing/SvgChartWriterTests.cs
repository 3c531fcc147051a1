using System.Xml.Linq;
using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Drawing;
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

    [Fact]
    public void Write_ManyDots_CostsFewBytesEach()
    {
        StudyData data = ChartStudies.Of(ChartStudies.Plain(1), 5000, vector => vector[0]);

        Assert.True(SvgChartWriter.Write(HistoryChart.Create(data)).Length < 5000 * 18);
    }
}
