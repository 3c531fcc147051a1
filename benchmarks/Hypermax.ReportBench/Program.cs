using System.Diagnostics;
using System.Globalization;
using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Charts.Drawing;
using Hypermax.Charts.Folder;
using Hypermax.ReportBench;
using Hypermax.Reports;
using Hypermax.Tables;

// Usage: charts|once [parameters] [trials] [folder] | stages [parameters] [trials] | page [parameters] [trials] [folder] | report [parameters] [trials] |
// gallery [folder]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string verb = args.ElementAtOrDefault(0) ?? "charts";
if (verb == "gallery")
{
    Gallery.Write(args.ElementAtOrDefault(1) ?? "gallery");
    return;
}

int parameters = int.Parse(args.ElementAtOrDefault(1) ?? "14", CultureInfo.InvariantCulture);
int trials = int.Parse(args.ElementAtOrDefault(2) ?? "6000", CultureInfo.InvariantCulture);
StudyData data = MadeStudy.Create(parameters, trials);
using Process process = Process.GetCurrentProcess();

if (verb == "stages")
{
    Stages(new StudyAnalysis(data));
    return;
}

// A new folder each time: a file system is slow to give the places of files deleted just now to others.
if (verb == "page")
{
    Page(args.ElementAtOrDefault(3) ?? Directory.CreateTempSubdirectory("hypermax-report-bench-").FullName);
    return;
}

if (verb == "report")
{
    foreach (ReportCharts charts in Enum.GetValues<ReportCharts>())
    {
        Report(charts);
    }

    return;
}

string folder = args.ElementAtOrDefault(3) ?? Directory.CreateTempSubdirectory("hypermax-report-bench-").FullName;

Measure("export", () => ChartFolderWriter.Write(new StudyAnalysis(data), folder));
if (verb == "once")
{
    return;
}

Measure("again, nothing changed", () => ChartFolderWriter.Write(new StudyAnalysis(data), folder));
StudyData more = MadeStudy.Create(parameters, trials + 1);
Measure("one more trial", () => ChartFolderWriter.Write(new StudyAnalysis(more), folder));
FileInfo[] files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories);
Console.WriteLine(
    $"{files.Length} files, {files.Sum(file => file.Length) / 1e6:0} MB: "
    + $"{string.Join(", ", files.GroupBy(file => file.Extension).Select(kind => $"{kind.Key} {kind.Sum(file => file.Length) / 1e6:0}"))}");
if (args.Length < 4)
{
    Directory.Delete(folder, recursive: true);
}

void Measure(string name, Func<ChartFolderOutcome> run)
{
    process.Refresh();
    TimeSpan before = process.TotalProcessorTime;
    (long allocated, TimeSpan paused) = (GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration());
    Stopwatch watch = Stopwatch.StartNew();
    ChartFolderOutcome outcome = run();
    process.Refresh();
    Console.WriteLine(
        $"{name}: {outcome.Entries.Count} charts, {outcome.DrawnCount} drawn, {outcome.Failures.Count} failed, {watch.Elapsed.TotalSeconds:0.0} s, "
        + $"{(process.TotalProcessorTime - before).TotalSeconds:0.0} s of processor, peak {process.PeakWorkingSet64 >> 20} MiB, "
        + $"{(GC.GetTotalAllocatedBytes() - allocated) >> 20} MiB allocated, {(GC.GetTotalPauseDuration() - paused).TotalSeconds:0.0} s paused");
}

void Page(string target)
{
    StudyAnalysis analysis = new(data);
    Time("fANOVA", () => analysis.Importances);
    Time("rank importances", () => analysis.RankImportances);
    Time("findings", () => analysis.Findings);
    Time("charts", () => ChartCatalogue.List(analysis, ChartOptions.OfPage).Select(plan => plan.Make()).ToArray());
    foreach (string pass in (string[])["report.html and report.md, first", "again"])
    {
        Time(pass, () => ReportWriter.Write(data, target, new ReportOptions { Detail = ReportDetail.Pages }));
    }

    Console.WriteLine($"report.html: {new FileInfo(Path.Combine(target, "report.html")).Length / 1e6:0.00} MB");
}

void Report(ReportCharts charts)
{
    string target = Directory.CreateTempSubdirectory("hypermax-report-bench-").FullName;
    Time($"report, charts {charts}", () => ReportWriter.Write(data, target, new ReportOptions { Charts = charts }));
    FileInfo[] written = new DirectoryInfo(target).GetFiles("*", SearchOption.AllDirectories);
    Console.WriteLine($"  {written.Length} files, {written.Sum(file => file.Length) / 1e6:0.0} MB");
    Directory.Delete(target, recursive: true);
}

void Time(string name, Func<object> run)
{
    process.Refresh();
    TimeSpan before = process.TotalProcessorTime;
    Stopwatch watch = Stopwatch.StartNew();
    _ = run();
    process.Refresh();
    Console.WriteLine($"{name}: {watch.Elapsed.TotalSeconds:0.00} s, {(process.TotalProcessorTime - before).TotalSeconds:0.00} s of processor");
}

void Stages(StudyAnalysis analysis)
{
    foreach (IGrouping<string, ChartPlan> kind in ChartCatalogue.List(analysis).GroupBy(plan => plan.Kind))
    {
        ChartPlan[] some = [.. kind.Take(60)];
        foreach (ChartPlan plan in some.Take(5))
        {
            PngChartWriter.Write(plan.Make(), 1);
        }

        Chart[] charts = [];
        double make = Cpu(() => charts = [.. some.Select(plan => plan.Make())]);
        double csv = Cpu(() => Array.ForEach(charts, chart => CsvTableWriter.ToText(chart.Table)));
        double svg = Cpu(() => Array.ForEach(charts, chart => SvgChartWriter.Write(chart)));
        double png = Cpu(() => Array.ForEach(charts, chart => PngChartWriter.Write(chart, kind.First().Parameters.Count > 1 ? 1 : 2)));
        Console.WriteLine(
            $"{kind.Key,-22} {kind.Count(),5} charts; ms each: make {make / some.Length:0.0}, csv {csv / some.Length:0.0}, svg {svg / some.Length:0.0}, "
            + $"png {png / some.Length:0.0}");
    }
}

double Cpu(Action action)
{
    process.Refresh();
    TimeSpan before = process.TotalProcessorTime;
    action();
    process.Refresh();
    return (process.TotalProcessorTime - before).TotalMilliseconds;
}
