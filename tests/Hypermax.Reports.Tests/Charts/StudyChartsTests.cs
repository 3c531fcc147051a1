using Hypermax.Charts;
using Hypermax.Charts.Drawing;
using Hypermax.Reports;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Charts;

public sealed class StudyChartsTests
{
    private static readonly SearchSpace Space = new(
        "two", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1), new CategoricalParameter("kind", ["a", "b"])]);

    private static readonly (string Up, string Across)[] Pairs = [("y", "x"), ("kind", "x"), ("kind", "y")];

    public static TheoryData<string> Studies => ["one", "two", "three"];

    [Theory]
    [MemberData(nameof(Studies))]
    public void Charts_EachThatTheCatalogueHas_IsReachedByAMethodAndIsTheSame(string which)
    {
        StudyCharts charts = new(Make(which).Header, Make(which).Trials);

        Dictionary<string, Chart> reached = Reach(charts).ToDictionary(chart => chart.Spec.Name, StringComparer.Ordinal);

        Assert.Equal(
            charts.List().Select(plan => plan.Name).Order(StringComparer.Ordinal), reached.Keys.Order(StringComparer.Ordinal));
        Assert.All(charts.List().Where((_, i) => i % 7 == 0), plan => Assert.Equal(SvgChartWriter.Write(plan.Make()), reached[plan.Name].ToSvg()));
    }

    [Fact]
    public void Charts_OfARunningStudy_AreOfItsTrialsNow()
    {
        using Study study = Study.Create(Space, new StudyOptions { Name = "forest" });
        study.Tell(study.Ask()!, 1);
        StudyCharts before = study.Charts();
        study.Tell(study.Ask()!, 2);

        Assert.Equal((1, 2), (before.History().Table.RowCount, study.Charts().History().Table.RowCount));
    }

    [Fact]
    public void Charts_OfAFolder_AreThoseOfItsJournal()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-charts-").FullName;
        using (Study study = Study.Create(Space, new StudyOptions { Folder = folder }))
        {
            study.Tell(study.Ask()!, 1);

            Assert.Equal(study.Charts().History().ToSvg(), JournalSnapshot.Read(folder).Charts().History().ToSvg());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Chart_WithoutTrials_SaysWhatItNeeds()
    {
        using Study study = Study.Create(Space, new StudyOptions { Name = "forest" });

        Assert.Equal(
            "Study 'forest' has no chart 'importances' yet; it needs 8 complete trials and a parameter, and of 0 trials 0 are complete. "
            + "Charts().List() says which there are.",
            Assert.Throws<InvalidOperationException>(() => study.Charts().Importances()).Message);
        Assert.Contains("'xx'", Assert.Throws<ArgumentException>(() => study.Charts().Slice("xx")).Message, StringComparison.Ordinal);
        Assert.Contains("two different ones", Assert.Throws<ArgumentException>(() => study.Charts().Contour("x", "x")).Message, StringComparison.Ordinal);
        Assert.Contains("has one objective", Assert.Throws<ArgumentOutOfRangeException>(() => study.Charts().History(1)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(1e9, "1000000000")]
    public void ToPng_ScaleOutsideOfItsRange_SaysRuleValueAndRemedy(double scale, string value)
    {
        Chart chart = new StudyCharts(Make("one").Header, Make("one").Trials).History();

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => chart.ToPng(scale));

        Assert.StartsWith(
            $"The scale of a picture is {value}; it is a number of pixels for each CSS pixel and must lie between 0.1 and 10. Leave it out for 2",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Save_EachKindOfFile_WritesItWhole()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-charts-").FullName;
        Chart chart = new StudyCharts(Make("one").Header, Make("one").Trials).History();
        foreach (string name in (string[])["a.svg", "b/a.png", "a.HTML", "a.csv"])
        {
            chart.Save(Path.Combine(folder, name));
        }

        Assert.Equal(chart.ToSvg(), File.ReadAllText(Path.Combine(folder, "a.svg")));
        Assert.Equal(chart.ToPng(), File.ReadAllBytes(Path.Combine(folder, "b", "a.png")));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], chart.ToPng()[..4]);
        string page = File.ReadAllText(Path.Combine(folder, "a.HTML"));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains(chart.ToHtml(), page, StringComparison.Ordinal);
        Assert.StartsWith("trial,", File.ReadAllText(Path.Combine(folder, "a.csv")), StringComparison.Ordinal);
        Assert.Contains(".svg, .png, .html or .csv", Assert.Throws<ArgumentException>(() => chart.Save("a.jpg")).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void ToHtml_HostileNames_StayText()
    {
        SearchSpace space = new("<script>alert(1)</script>", [new NumericParameter("<img src=x onerror=alert(1)>", Law.Uniform, 0, 1)]);
        using Study study = Study.Create(space, new StudyOptions());
        study.Tell(study.Ask()!, 1);
        study.Tell(study.Ask()!, 2);

        string html = study.Charts().Slice("<img src=x onerror=alert(1)>").ToHtml();

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.StartsWith("<figure", html, StringComparison.Ordinal);
    }

    private static StudyData Make(string which)
    {
        int objectives = which switch { "one" => 1, "two" => 2, _ => 3 };
        using Study study = Study.Create(
            Space, new StudyOptions { Method = "random", Directions = [.. Enumerable.Repeat(Direction.Minimize, objectives)], Trials = 60 });
        for (int i = 0; i < 60; i++)
        {
            Trial trial = study.Ask()!;
            if (i % 9 == 0)
            {
                study.Tell(trial, TrialOutcome.Fail(FailureKind.Exception, "no"));
                continue;
            }

            trial.Report(1, 1);
            double[] values = [trial.Point[0], 1 - trial.Point[0] + trial.Point[1], trial.Point[1]];
            study.Tell(trial, TrialOutcome.Of(values[..objectives]) with { Usage = new ResourceUsage(1, 1_000_000 * (i + 1), 1_000_000, 0, 0) });
        }

        return new StudyData(study.Header, [.. study.Trials.Select(trial => trial with { Duration = TimeSpan.FromSeconds(trial.Number + 1) })]);
    }

    private static IEnumerable<Chart> Reach(StudyCharts charts)
    {
        int objectives = charts.Analysis.Data.Header.Directions.Count;
        IEnumerable<Func<Chart>> ofStudy =
        [
            .. Enumerable.Range(0, objectives).SelectMany(i => (Func<Chart>[])[() => charts.History(i), () => charts.Importances(i)]),
            charts.ParallelCoordinates, charts.Distribution, charts.Correlations, charts.IntermediateValues, charts.Timeline, charts.RunTime, charts.Memory,
            charts.Failures,
        ];
        if (objectives > 1)
        {
            ofStudy = ofStudy.Concat(
            [
                charts.Hypervolume, objectives == 2 ? charts.Attainment : charts.Objectives,
                .. from second in Enumerable.Range(0, objectives)
                from first in Enumerable.Range(0, second)
                select (Func<Chart>)(() => charts.ParetoFront(first, second)),
            ]);
        }

        string[] names = ["x", "y", "kind"];
        return ofStudy.Select(make => make()).Concat(names.SelectMany(name => OfParameter(charts, name)))
            .Concat(Pairs.SelectMany(pair => OfPair(charts, pair.Up, pair.Across)));
    }

    private static IEnumerable<Chart> OfParameter(StudyCharts charts, string name)
    {
        yield return charts.Slice(name);
        yield return charts.Failures(name);
        foreach (bool isTop in (bool[])[false, true])
        {
            yield return charts.Loss(name, isTop);
            yield return charts.LossBuckets(name, isTop);
            yield return charts.Time(name, isTop);
            yield return charts.TimeBuckets(name, isTop);
        }
    }

    private static IEnumerable<Chart> OfPair(StudyCharts charts, string up, string across)
    {
        if (up != "kind")
        {
            yield return charts.Contour(up, across);
        }

        yield return charts.Rank(up, across);
        yield return charts.TimeMatrix(up, across);
        foreach (bool isTop in (bool[])[false, true])
        {
            yield return charts.Scatter(up, across, isTop);
            foreach (bool isMean in (bool[])[false, true])
            {
                yield return charts.LossMatrix(up, across, isMean, isTop);
                yield return charts.ResponseMatrix(up, across, isMean, isTop);
                yield return charts.ResponseMatrix(across, up, isMean, isTop);
            }
        }
    }
}
