using Hypermax.Analysis;
using Hypermax.Analysis.Correlations;
using Hypermax.Analysis.Findings;
using Hypermax.Charts;
using Hypermax.Charts.Folder;
using Hypermax.Html;
using Hypermax.Markdown;
using Hypermax.Results;
using Hypermax.Storage;
using Hypermax.Summary;
using Hypermax.Tables;
using Hypermax.Writing;

namespace Hypermax.Reports;

/// <summary>Writes everything a study folder shows to people and to other tools; see docs/formats/study-folder.md.</summary>
/// <remarks>
/// <para>Every file is replaced as a whole, and only when it differs. A part that cannot be made is listed in the outcome,
/// and in the page where there is still one, with its reason; the others are written all the same. Nothing is thrown for it.</para>
/// <para>Not to be called for one folder from two threads at once.</para>
/// </remarks>
public static class ReportWriter
{
    private const string ChartFolder = "charts";

    private static readonly ChartFolderOptions AllCharts = new();

    // PNG pictures take two thirds of the time of these charts.
    private static readonly ChartFolderOptions ChartsOfPage = new() { HasPng = false, Charts = ChartOptions.OfPage };

    /// <summary>Writes the report of a study.</summary>
    /// <param name="header">What the study is.</param>
    /// <param name="trials">Its trials in any order, running ones included.</param>
    /// <param name="folder">The study folder; created when missing.</param>
    /// <param name="options">What else to say and how much to write, or null for the defaults.</param>
    public static ReportOutcome Write(StudyHeader header, IReadOnlyList<TrialRecord> trials, string folder, ReportOptions? options = null) =>
        Write(new StudyData(header, trials), folder, options);

    /// <summary>Writes the report of a study.</summary>
    /// <param name="data">The study.</param>
    /// <param name="folder">The study folder; created when missing.</param>
    /// <param name="options">What else to say and how much to write, or null for the defaults.</param>
    public static ReportOutcome Write(StudyData data, string folder, ReportOptions? options = null)
    {
        options ??= new ReportOptions();
        ReportRun run = new(folder);
        WriteResults(run, data, options);
        if (options.Detail >= ReportDetail.Pages)
        {
            IReadOnlyList<Finding> findings = WritePages(run, data, options);
            return run.ToOutcome() with { Findings = findings };
        }

        return run.ToOutcome();
    }

    private static void WriteResults(ReportRun run, StudyData data, ReportOptions options)
    {
        run.Try("results.csv", path => AtomicFile.Write(path, stream => ResultsCsvWriter.Write(stream, data.Header, data.Trials)));
        if (data.HasFront)
        {
            run.Try(FrontJsonWriter.FileName, path => AtomicFile.Write(path, stream => FrontJsonWriter.Write(stream, data, options.Chosen)));
        }

        IReadOnlyList<TrialRecord> best = data.HasFront ? [] : data.BestTrials(BestJsonWriter.FileNames.Count);
        for (int i = 0; i < best.Count; i++)
        {
            TrialRecord trial = best[i];
            run.Try(BestJsonWriter.FileNames[i], path => AtomicFile.Write(path, stream => BestJsonWriter.Write(stream, data.Header, trial)));
        }

        if (options.TunedFile is { } tuned)
        {
            run.Try(tuned, path => TunedFileWriter.Write(path, data.Header, data.Trials, options.BestRepeats, options.TunedFacts, options.Chosen));
        }
    }

    private static IReadOnlyList<Finding> WritePages(ReportRun run, StudyData data, ReportOptions options)
    {
        StudySummary summary = new(data);
        StudyAnalysis analysis = new(data);
        if (options.Detail >= ReportDetail.Everything)
        {
            run.Try("correlations.csv", path => WriteTable(path, HypermaxCorrelations.Create(data)));
            run.Try("rank_correlations.csv", path => WriteTable(path, CorrelationTable.Create(data)));
            WriteCharts(run, analysis, options.Charts);
        }

        StudyData shown = PageTrials.Of(data);
        options = PageTrials.Note(data, shown) is { } note ? options with { Notes = [.. options.Notes, note] } : options;
        IReadOnlyList<Finding> findings = [];
        IReadOnlyList<Chart> charts = [];
        run.Attempt("findings", () => findings = StudyFindings.Find(analysis));
        run.Attempt("charts of the page", () => charts = PageCharts.Create(shown == data ? analysis : new StudyAnalysis(shown), run));
        run.Try("report.md", path => AtomicFile.Write(path, stream => MarkdownReportWriter.Write(stream, data, summary, findings, options)));
        ReportPage page = new() { Data = shown, Summary = summary, Options = options, Findings = findings, Charts = charts, Failures = run.Failures };
        run.Try("report.html", path => AtomicFile.Write(path, stream => HtmlReportWriter.Write(stream, page)));
        return findings;
    }

    private static void WriteTable(string path, Table table) => AtomicFile.Write(path, CsvTableWriter.ToUtf8(table));

    private static void WriteCharts(ReportRun run, StudyAnalysis analysis, ReportCharts charts)
    {
        if (charts == ReportCharts.None)
        {
            run.Attempt(ChartFolder, () => ChartFolderWriter.Remove(run.PathOf(ChartFolder)));
            return;
        }

        run.Try(ChartFolder, path =>
        {
            foreach (ReportFailure failure in ChartFolderWriter.Write(analysis, path, charts == ReportCharts.All ? AllCharts : ChartsOfPage).Failures)
            {
                run.Add(failure);
            }
        });
    }
}
