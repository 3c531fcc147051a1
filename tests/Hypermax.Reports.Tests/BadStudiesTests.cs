using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Folder;
using Hypermax.Html;
using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.Summary;

namespace Hypermax.Tests;

/// <summary>Studies that went wrong, or are strange, through the whole report: every part is written and says something true.</summary>
public sealed class BadStudiesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-bad-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("none finished", "1 interrupted")]
    [InlineData("all failed", "12 failed")]
    [InlineData("all equal", "Every trial has the same loss")]
    [InlineData("infinite and huge", "-1e-300")]
    [InlineData("one value", "12 complete")]
    [InlineData("one trial", "1 complete")]
    [InlineData("no parameters", "1 complete")]
    public void Write_StrangeStudy_EverythingIsWrittenAndSaysSo(string study, string said)
    {
        ReportOutcome outcome = ReportWriter.Write(StudySamples.Header("Strange", Space(study)), Trials(study), _folder);

        Assert.Empty(outcome.Failures);
        Assert.Contains(said, File.ReadAllText(Path.Combine(_folder, "report.md")), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", File.ReadAllText(Path.Combine(_folder, "report.md")), StringComparison.Ordinal);
        Assert.True(new FileInfo(Path.Combine(_folder, "report.html")).Length > 10_000);
        Assert.All(Directory.GetFiles(Path.Combine(_folder, "charts"), "*.svg", SearchOption.AllDirectories), file =>
        {
            string svg = File.ReadAllText(file);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", svg, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("best")]
    [InlineData("line")]
    [InlineData("place")]
    [InlineData("share")]
    [InlineData("state")]
    [InlineData("step")]
    [InlineData("to")]
    [InlineData("trials")]
    [InlineData("value")]
    [InlineData("x1")]
    [InlineData("x2")]
    [InlineData("y1")]
    [InlineData("y2")]
    public void Write_AnObjectiveNamedAsAColumnOfAChart_EverythingIsWritten(string name)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        trials = [.. trials.Select(trial => trial with { Outcome = trial.Outcome! with { Reports = [new TrialReport(1, 0.5), new TrialReport(2, 0.4)] } })];

        ReportOutcome outcome = ReportWriter.Write(header with { ObjectiveNames = [name] }, trials, _folder);

        Assert.Empty(outcome.Failures);
    }

    [Fact]
    public void Write_TwoHundredParameters_ThePageIsComplete()
    {
        SearchSpace space = new("Wide", Enumerable.Range(0, 200).Select(i => new NumericParameter(FormattableString.Invariant($"p{i}"), Law.Uniform, 0, 1)));
        TrialRecord[] trials =
        [
            .. Enumerable.Range(0, 30).Select(i => StudySamples.Trial(i, i % 7, [.. Enumerable.Range(0, 200).Select(j => i * 37 % (j + 31) / (j + 31.0))])),
        ];

        ReportOutcome outcome = ReportWriter.Write(StudySamples.Header("Wide", space), trials, _folder, new ReportOptions { Detail = ReportDetail.Pages });

        Assert.Empty(outcome.Failures);
        Assert.True(new FileInfo(Path.Combine(_folder, "report.html")).Length < 1_000_000);
        Assert.Contains("p199", File.ReadAllText(Path.Combine(_folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_StudyTooLargeForABrowser_KeepsTheBestAndSaysWhatIsLeftOut()
    {
        StudyData all = Hypermax.Tests.Charts.ChartStudies.Of([
            .. Enumerable.Range(0, 50_000).Select(i => ((double)((i * 7919L) % 50_000), (double[])[i % 10])),
        ]);

        StudyData shown = PageTrials.Of(all);

        Assert.InRange(shown.Trials.Count, 10_000, 20_000);
        Assert.Equal(all.BestTrials(100), shown.BestTrials(100));
        Assert.Contains("of 50,000 trials: the best 100 and one in 3 of all", PageTrials.Note(all, shown), StringComparison.Ordinal);
        Assert.Null(PageTrials.Note(shown, PageTrials.Of(shown)));
    }

    [Fact]
    public void Write_NamesNoFileMayHave_EveryChartHasItsOwnFiles()
    {
        string[] names = ["a/b", "a\\b", "a:b", "CON", "con", "line\nbreak", "\"quoted\"", "..", new string('x', 300), new string('x', 300) + "y"];
        SearchSpace space = new("Names", names.Select(name => new NumericParameter(name, Law.Uniform, 0, 1)));
        TrialRecord[] trials = [.. Enumerable.Range(0, 8).Select(i => StudySamples.Trial(i, i, [.. names.Select((_, j) => (i * 3 % (j + 5)) / (j + 5.0))]))];
        StudyAnalysis analysis = new(new StudyData(StudySamples.Header("Names", space), trials));

        ChartFolderOutcome outcome = ChartFolderWriter.Write(
            analysis, _folder, new ChartFolderOptions { HasPng = false, Charts = new ChartOptions { MostPairedParameters = 3 } });

        Assert.Empty(outcome.Failures);
        string[] folders = [.. Directory.GetDirectories(Path.Combine(_folder, "parameters")).Select(folder => Path.GetFileName(folder))];
        Assert.Equal(names.Length, folders.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(folders, folder => Assert.Matches("^[A-Za-z0-9._~-]{1,80}$", folder));
        Assert.DoesNotContain("CON", folders, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Page_WithoutScript_HasPicturesWithOneTitleInTheColoursOfThePage()
    {
        StudyData data = Hypermax.Tests.Charts.ChartStudies.Forest(24);
        using MemoryStream stream = new();

        HtmlReportWriter.Write(
            stream,
            new ReportPage
            {
                Data = data,
                Summary = new StudySummary(data),
                Options = new ReportOptions(),
                Charts = [Hypermax.Charts.Kinds.HistoryChart.Create(data)],
                Script = null,
            });

        string html = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains("built without Node", html, StringComparison.Ordinal);
        Assert.Contains("<h4>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("font-weight=\"600\"", html, StringComparison.Ordinal);
        Assert.Contains("fill=\"var(--chart-paper)\"", html, StringComparison.Ordinal);
        Assert.Contains(":root[data-theme=\"dark\"] figure svg { --chart-paper: #161b22;", html, StringComparison.Ordinal);
    }

    private static SearchSpace Space(string study) => study == "no parameters" ? new SearchSpace("Strange", []) : new SearchSpace("Strange",
    [
        study == "one value" ? new NumericParameter("x", Law.Uniform, 0.5, 0.5) : new NumericParameter("x", Law.Uniform, 0, 1),
        new CategoricalParameter("kind", ["a", "b"]),
    ]);

    private static TrialRecord[] Trials(string study) => study switch
    {
        "none finished" => [StudySamples.Trial(0, double.NaN, 0.5, 0) with { State = TrialState.Running, Outcome = null }],
        "one trial" => [StudySamples.Trial(0, 3, 0.5, 0)],
        "no parameters" => [StudySamples.Trial(0, 3)],
        _ => [.. Enumerable.Range(0, 12).Select(i => Trial(study, i))],
    };

    private static TrialRecord Trial(string study, int i)
    {
        double x = study == "one value" ? 0.5 : i / 12.0;
        return study switch
        {
            "all failed" => StudySamples.Trial(i, double.NaN, x, i % 2) with
            {
                State = TrialState.Failed,
                Outcome = TrialOutcome.Fail(FailureKind.Exception, "broken"),
            },
            "all equal" => StudySamples.Trial(i, 1, x, i % 2),
            "infinite and huge" => StudySamples.Trial(i, (i % 4) switch { 0 => double.PositiveInfinity, 1 => 1e300 * (i + 1), 2 => -1e-300, _ => i }, x, i % 2),
            _ => StudySamples.Trial(i, i * 7 % 12, x, i % 2),
        };
    }
}
