using System.CommandLine;
using Hypermax.Storage.Journal;

namespace Hypermax.Reports;

/// <summary>The verb <c>hypermax report</c>: writes the report of a study folder again.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study, where its journal lies." };
        Option<bool> quick = new("--no-charts") { Description = "Write results and pages only, without the folder of pictures." };
        Command command = new("report", "Writes the report of a study: tables, best values, report.md, report.html and charts. A search may go on meanwhile.") { folder, quick };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName, parsed.GetValue(quick), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Writes the report.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(string folder, bool quick, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        JournalSnapshot study = Folders.Read(folder);
        ReportOutcome outcome = ReportWriter.Write(study.Header!, study.Trials, folder, new ReportOptions
        {
            Detail = quick ? ReportDetail.Pages : ReportDetail.Everything,
            IsRunning = study.Trials.Any(trial => !trial.IsFinished),
            Notes = [.. study.Damaged.Select(line => $"{JournalStore.FileName}: {line}.")],
        });
        Folders.Tell(outcome, folder, output, errors);
        return outcome.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Environment;
    });
}
