using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.TestSupport;
using Hypermax.Tests.Charts;

namespace Hypermax.Tests;

public sealed class ReportWriterTests : IDisposable
{
    private static readonly ReportOptions Pages = new() { Detail = ReportDetail.Pages };

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_Everything_WritesEveryFileAndLeavesNoTemporaryOne()
    {
        StudyHeader header = StudySamples.Header("S", new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]));
        TrialRecord[] trials = [.. Enumerable.Range(0, 6).Select(i => StudySamples.Trial(i, i, i / 6d))];

        ReportOutcome outcome = ReportWriter.Write(header, trials, _folder);

        Assert.Empty(outcome.Failures);
        string[] expected =
        [
            "best.json", "correlations.csv", "rank_correlations.csv", "report.html", "report.md", "results.csv", "second_best.json", "third_best.json",
        ];
        Assert.True(File.Exists(Path.Combine(_folder, "charts", "history.svg")));
        Assert.Equal(expected, Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_NothingSaidAboutCharts_FilesAreOfTheChartsOfThePage()
    {
        ReportWriter.Write(ChartStudies.Forest(), _folder);

        string[] page = [.. ChartCatalogue.List(new StudyAnalysis(ChartStudies.Forest()), ChartOptions.OfPage).Select(plan => plan.Name)];
        string[] pictures = [.. ChartFiles("*.svg").Select(file => Path.ChangeExtension(file, null))];
        Assert.Equal(page.Order(StringComparer.Ordinal), pictures.Order(StringComparer.Ordinal));
        Assert.Equal(page.Length, ChartFiles("*.csv").Count(file => page.Contains(Path.ChangeExtension(file, null))));
        Assert.Empty(ChartFiles("*.png"));
    }

    [Fact]
    public void Write_FiftyParameters_TwoHundredChartFilesAtMost()
    {
        StudyData study = ChartStudies.Of(ChartStudies.Plain(50), 60, vector => vector[0] + (vector[1] * vector[2]));

        ReportWriter.Write(study, _folder);

        Assert.InRange(ChartFiles("*").Length, 100, 200);
    }

    [Fact]
    public void Write_AllChartsThenThoseOfThePage_TheOthersAreRemovedWithTheirFolders()
    {
        ReportOptions all = new() { Charts = ReportCharts.All };
        ReportWriter.Write(ChartStudies.Forest(), _folder, all);
        int before = ChartFiles("*").Length;
        Assert.Equal(ChartCatalogue.List(new StudyAnalysis(ChartStudies.Forest())).Count, ChartFiles("*.png").Length);

        ReportWriter.Write(ChartStudies.Forest(), _folder);

        Assert.InRange(ChartFiles("*").Length, 1, before / 4);
        Assert.All(
            Directory.GetDirectories(Path.Combine(_folder, "charts"), "*", SearchOption.AllDirectories),
            folder => Assert.NotEmpty(Directory.GetFileSystemEntries(folder)));
    }

    [Fact]
    public void Write_NoCharts_WhatAnEarlierReportDrewIsRemovedAndNothingElse()
    {
        ReportOptions none = new() { Charts = ReportCharts.None };
        ReportWriter.Write(ChartStudies.Forest(), _folder);
        string mine = Path.Combine(_folder, "charts", "parameters", "notes.txt");
        File.WriteAllText(mine, "mine");

        ReportOutcome outcome = ReportWriter.Write(ChartStudies.Forest(), _folder, none);

        Assert.Empty(outcome.Failures);
        Assert.DoesNotContain("charts", outcome.Written);
        Assert.Equal(["parameters/notes.txt"], ChartFiles("*"));
        Assert.True(File.Exists(Path.Combine(_folder, "rank_correlations.csv")));
    }

    [Fact]
    public void Write_NoChartsFromTheStart_ThereIsNoFolder()
    {
        ReportOutcome outcome = ReportWriter.Write(ChartStudies.Forest(), _folder, new ReportOptions { Charts = ReportCharts.None });

        Assert.Empty(outcome.Failures);
        Assert.False(Directory.Exists(Path.Combine(_folder, "charts")));
    }

    [Fact]
    public void Write_Markdown_FitsOneScreen()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();

        ReportWriter.Write(header, trials, _folder, Pages with { EndedBy = "the budget of 40 trials" });

        Golden.Verify(File.ReadAllText(Path.Combine(_folder, "report.md")), "md");
    }

    [Fact]
    public void Write_OneFileCannotBeReplaced_TheOthersAreWrittenAndItsReasonIsListed()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        Directory.CreateDirectory(Path.Combine(_folder, "best.json"));

        ReportOutcome outcome = ReportWriter.Write(header, trials, _folder, Pages);

        ReportFailure failure = Assert.Single(outcome.Failures);
        Assert.Equal("best.json", failure.Part);
        Assert.Contains("best.json", File.ReadAllText(Path.Combine(_folder, "report.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "results.csv")));
    }

    [Theory]
    [InlineData("results.csv")]
    [InlineData("best.json")]
    [InlineData("report.html")]
    [InlineData("report.md")]
    public void Write_FileIsALink_TheReportTakesItsPlaceAndTheTargetIsLeftAlone(string name)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        string target = Directory.CreateDirectory(Path.Combine(_folder, "elsewhere")).FullName + "/precious.txt";
        File.WriteAllText(target, "do not touch");
        File.CreateSymbolicLink(Path.Combine(_folder, name), target);
        File.CreateSymbolicLink(Path.Combine(_folder, FormattableString.Invariant($".{name}.{Environment.ProcessId}.tmp")), target);

        ReportOutcome outcome = ReportWriter.Write(header, trials, _folder, Pages);

        Assert.Empty(outcome.Failures);
        Assert.Equal("do not touch", File.ReadAllText(target));
        Assert.Null(new FileInfo(Path.Combine(_folder, name)).LinkTarget);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Write_HardlyAnyTrial_StillMakesSense(int count)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest(count);

        Assert.Empty(ReportWriter.Write(header, trials, _folder, Pages).Failures);

        Assert.Equal(count, File.ReadLines(Path.Combine(_folder, "results.csv")).Count() - 1);
    }

    [Fact]
    public void Write_HostileNames_StayText()
    {
        const string Name = "<script>alert(1)</script>\"'&|`@all\u202E";
        SearchSpace space = new(
            Name, [new NumericParameter(Name, Law.Uniform, 0, 1), new CategoricalParameter("c", [Name, "</style><img src=x onerror=alert(1)>"])]);
        StudyHeader header = StudySamples.Header(Name, space);
        TrialRecord failed = StudySamples.Trial(1, 1, 0.5, 0) with { State = TrialState.Failed, Outcome = TrialOutcome.Fail(FailureKind.Exception, Name) };

        Assert.Empty(ReportWriter.Write(header, [StudySamples.Trial(0, 1, 0.25, 1), failed], _folder, Pages).Failures);

        string html = File.ReadAllText(Path.Combine(_folder, "report.html"));
        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', html);
        string markdown = File.ReadAllText(Path.Combine(_folder, "report.md"));
        Assert.DoesNotContain("# <script>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("trial 1: <", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TwoObjectives_SaysWhichTrialsNoOtherBeats()
    {
        SearchSpace space = new("S", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        TrialRecord[] trials =
        [
            .. Enumerable.Range(0, 4).Select(
                i => StudySamples.Trial(i, i, i / 4d) with { Outcome = TrialOutcome.Of(i) with { Values = [i, i == 3 ? 9 : -i] } }),
        ];

        ReportWriter.Write(StudySamples.Header("S", space, Direction.Minimize, Direction.Minimize), trials, _folder, Pages);

        string markdown = File.ReadAllText(Path.Combine(_folder, "report.md"));
        Assert.Contains("| Pareto front | 3 trials that no other beats in all objectives: 0, 1, 2 |", markdown, StringComparison.Ordinal);
        Assert.Contains("| objective 1 | 0 (trial 0, knee, smaller is better) |", markdown, StringComparison.Ordinal);
        Assert.Contains("| objective 2 | 0 (trial 0, knee, smaller is better) |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NothingChanged_FilesKeepTheirTimeStamps()
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        ReportWriter.Write(header, trials, _folder, new ReportOptions { Detail = ReportDetail.Results });
        string table = Path.Combine(_folder, "results.csv");
        File.SetLastWriteTimeUtc(table, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        ReportWriter.Write(header, trials, _folder, new ReportOptions { Detail = ReportDetail.Results });

        Assert.Equal(2020, File.GetLastWriteTimeUtc(table).Year);
        Assert.Empty(Directory.GetFiles(_folder, "*.tmp"));
    }

    private string[] ChartFiles(string pattern)
    {
        string folder = Path.Combine(_folder, "charts");
        return [.. Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))];
    }
}
