using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Drawing;
using Hypermax.Charts.Json;
using Hypermax.Reports;
using Hypermax.Tables;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Charts;

/// <summary>Every chart of studies that nobody wishes for.</summary>
public sealed partial class ChartCatalogueTests
{
    [Fact]
    public void List_ForestStudy_HasTheseCharts()
    {
        IReadOnlyList<ChartPlan> plans = ChartCatalogue.List(new StudyAnalysis(ChartStudies.Forest()));

        Golden.Verify(string.Join('\n', plans.Select(plan => plan.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(plans.Count, plans.Select(plan => plan.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Make_EveryPlan_HasTheNameAndKindItSaid()
    {
        foreach (ChartPlan plan in ChartCatalogue.List(new StudyAnalysis(ChartStudies.Forest())))
        {
            Chart chart = plan.Make();
            Assert.Equal((plan.Name, plan.Kind), (chart.Spec.Name, chart.Spec.Kind));
            Assert.NotEmpty(chart.Spec.Description);
        }
    }

    [Fact]
    public void List_NoTrials_IsEmpty() => Assert.Empty(Plans(new StudyData(StudySamples.Header("e", ChartStudies.Plain(2)), [])));

    [Fact]
    public void Make_OneTrial_Draws() => DrawAll(ChartStudies.Of([(1, [5, 5])]));

    [Fact]
    public void Make_AllFailed_DrawsFailuresAndTimes()
    {
        StudyData data = new(
            StudySamples.Header("f", ChartStudies.Plain(1)),
            [
                .. Enumerable.Range(0, 6).Select(
                    i => StudySamples.Trial(i, 0, i) with { State = TrialState.Failed, Outcome = TrialOutcome.Fail(FailureKind.Exception, "x") }),
            ]);

        Assert.Contains("failures", DrawAll(data));
    }

    [Fact]
    public void Make_AllLossesEqual_Draws() => DrawAll(ChartStudies.Of(ChartStudies.Plain(2), 30, _ => 0));

    [Theory]
    [InlineData(1e308, -1e308)]
    [InlineData(double.MaxValue, 0)]
    [InlineData(1e-320, 0)]
    public void Make_HugeAndTinyLosses_Draws(double high, double low) =>
        DrawAll(ChartStudies.Of(ChartStudies.Plain(2), 30, vector => vector[0] > 5 ? high : vector[1] > 5 ? low : vector[0]));

    [Fact]
    public void Make_NegativeLosses_Draws() => DrawAll(ChartStudies.Of(ChartStudies.Plain(2), 30, vector => -vector[0]));

    [Fact]
    public void Make_OneValuedParameter_HasNoChartOfItsOwn()
    {
        SearchSpace space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1), new CategoricalParameter("only", ["one"])]);

        Assert.DoesNotContain(DrawAll(ChartStudies.Of(space, 20, vector => vector[0])), name => name.Contains("only", StringComparison.Ordinal));
    }

    [Fact]
    public void List_TwoHundredParameters_IsBounded()
    {
        StudyData data = ChartStudies.Of(
            new SearchSpace("wide", Enumerable.Range(0, 200).Select(i => new NumericParameter(FormattableString.Invariant($"p{i}"), Law.Uniform, 0, 1))),
            30,
            vector => vector[7]);

        IReadOnlyList<ChartPlan> plans = Plans(data);

        Assert.InRange(plans.Count, 1000, 5000);
        Assert.All(plans.Where(plan => plan.Parameters.Count == 0), plan => SvgChartWriter.Write(plan.Make()));
    }

    [Fact]
    public void Json_SharedColumns_AreWrittenOnce()
    {
        StudyData data = ChartStudies.Of(ChartStudies.Plain(3), 100, vector => vector[0] + vector[1]);
        Chart[] charts = [.. Plans(data).Where(plan => plan.Kind == ChartKinds.Slice).Select(plan => plan.Make())];

        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(ChartJsonWriter.Write(charts));

        Assert.Equal(5, json.RootElement.GetProperty("columns").GetArrayLength());
        Assert.Equal(3, json.RootElement.GetProperty("charts").GetArrayLength());
    }

    [Fact]
    public void Json_OneChart_HasTheDocumentedForm()
    {
        Chart chart = new(
            new ChartSpec
            {
                Name = "n",
                Kind = ChartKinds.History,
                Title = "t </script>",
                Description = "d",
                X = new Axis { Title = "x", Min = 0, Max = 1 },
                Y = new Axis { Title = "y", Scale = ScaleKind.Category, Min = -0.5, Max = 0.5, Categories = ["c"] },
                Layers = [new PointsLayer { X = "x", Y = "y" }, new LineLayer { X = "x", Y = "y", IsStep = true, Label = "l", Role = ColorRole.Best }],
                Colors = ColorScaleSample(),
            },
            new Table(new Column("x", [0.123456789, double.NaN]), Column.OfTexts("y", ["c", "c"])));

        Golden.Verify(System.Text.Encoding.UTF8.GetString(ChartJsonWriter.Write([chart])), "json");
    }

    [System.Text.RegularExpressions.GeneratedRegex("base64,[^\"]*")]
    private static partial System.Text.RegularExpressions.Regex EmbeddedPicture();

    private static ColorScale ColorScaleSample() =>
        new() { Title = "c", Stops = [new ColorStop(0, Rgb.FromHex(0x102030)), new ColorStop(1.5, Rgb.FromHex(0xFFFFFF))] };

    private static IReadOnlyList<ChartPlan> Plans(StudyData data) => ChartCatalogue.List(new StudyAnalysis(data));

    private static List<string> DrawAll(StudyData data)
    {
        List<string> names = [];
        foreach (ChartPlan plan in Plans(data))
        {
            Chart chart = plan.Make();
            string svg = EmbeddedPicture().Replace(SvgChartWriter.Write(chart), string.Empty);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("922337", svg, StringComparison.Ordinal);
            Assert.NotEmpty(PngChartWriter.Write(chart, 0.25));
            CsvTableWriter.ToText(chart.Table);
            names.Add(plan.Name);
        }

        return names;
    }
}
