using System.CommandLine;
using System.Globalization;
using Hypermax.Reports;
using Hypermax.Run;
using Hypermax.Storage.Journal;

namespace Hypermax.Import;

/// <summary>The verb <c>hypermax import</c>: makes a study of a table of evaluations.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        Argument<FileInfo> table = new("csv") { Description = "The table, perhaps packed by gzip: one row an evaluation, a column for the loss and one for each parameter." };
        Option<FileInfo> space = new("--space") { Description = "The space: our JSON form ({\"params\": […]}) or a Hypermax search.json.", Required = true };
        Option<string> loss = new("--loss") { Description = "The column with the value of the objective.", DefaultValueFactory = _ => "loss" };
        Option<bool> maximize = new("--maximize") { Description = "Larger values are better." };
        Option<DecimalMark> mark = new("--decimal") { Description = "How decimals are written: auto, point or comma.", DefaultValueFactory = _ => DecimalMark.Auto };
        Option<string?> name = new("--name") { Description = "The name of the study; that of the table by default." };
        Option<DirectoryInfo> folder = new("--output", "-o") { Description = "The folder of the new study.", Required = true };
        Command command = new("import", "Makes a study of a table of evaluations, with its report; searches may go on from there.") { table, space, loss, maximize, mark, name, folder };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(table).FullName,
            parsed.GetRequiredValue(space).FullName,
            parsed.GetRequiredValue(folder).FullName,
            new ImportOptions
            {
                Name = parsed.GetValue(name) ?? parsed.GetRequiredValue(table).Name.Split('.')[0],
                Loss = parsed.GetRequiredValue(loss),
                Direction = parsed.GetValue(maximize) ? Direction.Maximize : Direction.Minimize,
                Decimal = parsed.GetValue(mark),
            },
            Console.Out,
            Console.Error));
        return command;
    }

    /// <summary>Reads the table, writes journal and report.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(string table, string spaceFile, string folder, ImportOptions options, TextWriter output, TextWriter errors) => Folders.Try(errors, () =>
    {
        ImportedStudy study = CsvStudyReader.ReadFile(table, SpaceFile.Read(spaceFile, Console.Error), options);
        foreach (string note in study.Notes)
        {
            errors.WriteLine($"note: {note}");
        }

        JournalImport.Write(folder, study.Header, study.Trials);
        ReportOutcome outcome = ReportWriter.Write(study.Header, study.Trials, folder, new ReportOptions { Notes = study.Notes, Limit = "imported from a table" });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Name}: {study.Trials.Count} trials imported into {folder}"));
        foreach (ReportFailure failure in outcome.Failures)
        {
            errors.WriteLine($"error: {failure.Part} could not be written: {failure.Reason}");
        }

        return outcome.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Environment;
    });
}
