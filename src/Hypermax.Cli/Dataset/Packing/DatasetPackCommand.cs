using System.CommandLine;
using Hypermax.Dataset.Judging;
using Hypermax.Export;
using Hypermax.Folder;
using Hypermax.Reports;

namespace Hypermax.Dataset.Packing;

/// <summary>The verb <c>hypermax dataset pack</c>: writes the folder that one contributes to the public data set.</summary>
internal static class DatasetPackCommand
{
    public static Command Create()
    {
        Argument<string> folder = DatasetCommand.Folder();
        Option<string?> target = new("--output", "-o") { Description = "The folder to write; 'hypermax-results/NAME' beside the other by default." };
        Option<bool> json = JsonOutput.Option();
        Command command = new("pack", "Writes what one contributes: results.csv, search.json, best.json, correlations.csv, metadata.json. Nothing is sent.")
        {
            folder, target, json,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(target), parsed.GetValue(json), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Writes the folder, and what is thought of it.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(string folder, string? target, bool isJson, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        DatasetFolder set = DatasetFolder.Read(folder, errors);
        string source = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string destination = target ?? Path.Combine(Path.GetDirectoryName(source) ?? source, "hypermax-results", set.Name);
        if (Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination)) == source)
        {
            throw new FormatException("The contribution would replace the files it is made of. Name another folder with --output.");
        }

        ReportOutcome outcome = ContributionWriter.Write(set.Study, destination, set.Metadata);
        Folders.Tell(outcome, destination, isJson, output, errors);

        // What is thought of it goes to standard error; 'dataset check --json' has it for programs.
        foreach (DatasetRemark remark in DatasetJudge.Judge(set).Where(remark => remark.Level != DatasetLevel.Good))
        {
            errors.WriteLine($"{(remark.Level == DatasetLevel.Problem ? "problem" : "note")}: {remark.Text}");
        }

        return outcome.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Environment;
    });
}
