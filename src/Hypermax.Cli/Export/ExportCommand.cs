using System.CommandLine;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Storage.Journal;
using Hypermax.Usage;

namespace Hypermax.Export;

/// <summary>The verb <c>hypermax export</c>: gives the trials of a study to other tools.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of a study." };
        Option<string> format = new("--format")
        {
            Description = "csv (the table), jsonl (one JSON object a trial), or hypermax-results (a folder to contribute).",
            Required = true,
        };
        format.Among("csv", "jsonl", "hypermax-results");
        Option<FileSystemInfo?> target = new("--output", "-o")
        {
            Description = "The file, or the folder for hypermax-results; csv and jsonl go to standard output without it.",
        };
        Option<bool> json = new("--json") { Description = "Writes JSON, for programs: which files were written. With csv it needs --output." };
        Command command = new("export", "Gives the trials of a study to other tools.") { folder, format, target, json };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName,
            parsed.GetRequiredValue(format),
            parsed.GetValue(target)?.FullName,
            parsed.GetValue(json),
            Console.OpenStandardOutput,
            Console.Out,
            Console.Error));
        return command;
    }

    /// <summary>Writes the export.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(
        string folder, string format, string? target, bool isJson, Func<Stream> standardOutput, TextWriter output, TextWriter errors) =>
        Folders.Try(errors, () =>
    {
        JournalSnapshot study = Folders.Read(folder);
        if (format == "hypermax-results")
        {
            string destination = target ?? Path.Combine(folder, "hypermax-results");
            ReportOutcome outcome = ContributionWriter.Write(new StudyData(study.Header!, study.Trials), destination, MetadataOf(folder));
            Folders.Tell(outcome, destination, isJson, output, errors);
            return outcome.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Environment;
        }

        if (isJson && target is null && format == "csv")
        {
            throw new FormatException("'--format csv' on standard output is no JSON. Name a file with --output, or take '--format jsonl'.");
        }

        using (Stream stream = target is null ? standardOutput() : File.Create(target))
        {
            if (format == "csv")
            {
                ResultsCsvWriter.Write(stream, study.Header!, study.Trials);
            }
            else
            {
                TrialLinesWriter.Write(stream, study.Header!, study.Trials);
            }
        }

        if (isJson && target is not null)
        {
            Folders.Tell(new ReportOutcome([target], []), string.Empty, isJson, output, errors);
        }

        return ExitCodes.Done;
    });

    private static StudyMetadata? MetadataOf(string folder)
    {
        string path = Path.Combine(folder, StudyMetadata.FileName);
        return File.Exists(path) ? StudyMetadata.Read(File.ReadAllText(path)) : null;
    }
}
