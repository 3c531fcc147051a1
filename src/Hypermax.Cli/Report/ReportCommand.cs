using System.CommandLine;
using Hypermax.Folder;
using Hypermax.Storage.Journal;
using Hypermax.Usage;

namespace Hypermax.Reports;

/// <summary>The verb <c>hypermax report</c>: writes the report of a study folder again.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study, where its journal lies." };
        Option<string> charts = new("--charts")
        {
            Description = "The charts written as files: report (those that the page shows, as SVG and CSV), all (every chart there is, as SVG, PNG and CSV), "
                + "none.",
            DefaultValueFactory = _ => "report",
        };
        charts.Among("report", "all", "none");
        Option<bool> none = new("--no-charts") { Description = "The same as --charts none." };
        Option<bool> json = JsonOutput.Option();
        Command command = new("report", "Writes the report of a study: tables, best values, report.md, report.html and charts. A search may go on meanwhile.")
        {
            folder, charts, none, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetValue(none) ? ReportCharts.None : Enum.Parse<ReportCharts>(parsed.GetRequiredValue(charts), ignoreCase: true),
            parsed.GetValue(json),
            Console.Out,
            Console.Error));
        return command;
    }

    /// <summary>Writes the report.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(string folder, ReportCharts charts, bool isJson, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        JournalSnapshot study = Folders.Read(folder);
        ReportOutcome outcome = ReportWriter.Write(study.Header!, study.Trials, folder, new ReportOptions
        {
            Charts = charts,
            IsRunning = study.Trials.Any(trial => !trial.IsFinished),
            Notes = [.. study.Damaged.Select(line => $"{JournalStore.FileName}: {line}.")],
        });
        Folders.Tell(outcome, folder, isJson, output, errors);
        return outcome.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Environment;
    });
}
