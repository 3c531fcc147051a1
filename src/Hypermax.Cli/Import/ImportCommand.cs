using System.CommandLine;
using System.Globalization;
using Hypermax.Config.Text;
using Hypermax.Errors;
using Hypermax.Export;
using Hypermax.Folder;
using Hypermax.Import.Optuna;
using Hypermax.Import.Ray;
using Hypermax.Reports;
using Hypermax.Run;
using Hypermax.Storage.Journal;

namespace Hypermax.Import;

/// <summary>The verb <c>hypermax import</c>: makes a study of a table of evaluations, of a study of Optuna's, or of the results of Ray Tune.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        Argument<FileInfo> table = new("source")
        {
            Description = "A table, perhaps packed by gzip: one row an evaluation, a column for the loss and one for each parameter. "
                + "Or a SQLite or journal file of Optuna's, which needs no --space. Or a folder with results of Ray Tune.",
        };
        Option<FileInfo?> space = new("--space") { Description = "The space of a table: our JSON form ({\"params\": […]}) or a Hypermax search.json." };
        Option<string?> study = new("--study") { Description = "Which study of a file of Optuna's; needed where there are several." };
        Option<string> loss = new("--loss") { Description = "The column with the value of the objective.", DefaultValueFactory = _ => ImportOptions.UsualLoss };
        Option<bool> maximize = new("--maximize") { Description = "Larger values are better." };
        Option<DecimalMark> mark = new("--decimal")
        {
            Description = "How decimals are written: auto, point or comma.",
            DefaultValueFactory = _ => DecimalMark.Auto,
        };
        Option<string?> name = new("--name") { Description = "The name of the study; that of the table, or of the study of Optuna's, by default." };
        Option<DirectoryInfo> folder = new("--output", "-o") { Description = "The folder of the new study.", Required = true };
        Option<bool> json = JsonOutput.Option();
        Command command = new("import", "Makes a study of a table of evaluations, with its report; searches may go on from there.")
        {
            table, space, study, loss, maximize, mark, name, folder, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(table).FullName,
            parsed.GetValue(space)?.FullName,
            parsed.GetValue(study),
            parsed.GetRequiredValue(folder).FullName,
            new ImportOptions
            {
                Name = parsed.GetValue(name) ?? string.Empty,
                Loss = parsed.GetRequiredValue(loss),
                Direction = parsed.GetValue(maximize) ? Direction.Maximize : Direction.Minimize,
                Decimal = parsed.GetValue(mark),
            },
            parsed.GetValue(json),
            Console.Out,
            Console.Error));
        return command;
    }

    /// <summary>Reads the table, writes journal and report.</summary>
    /// <returns>The exit code.</returns>
    internal static int Run(
        string source, string? spaceFile, string? chosen, string folder, ImportOptions options, bool isJson, TextWriter output, TextWriter errors) =>
        Folders.Try(errors, () =>
    {
        const string noSpace = "A table does not say what its parameters may be; it needs a space. Give one with --space.";
        ImportedStudy study = !Directory.Exists(source) && OptunaImport.Recognises(source) ? OptunaImport.Read(source, chosen, options)
            : ReadTable(source, spaceFile ?? throw new ImportException(noSpace), options, errors);
        study = options.Name.Length > 0 ? study with { Header = study.Header with { Name = options.Name } } : study;
        foreach (string note in isJson ? [] : study.Notes)
        {
            errors.WriteLine($"note: {note}");
        }

        JournalImport.Write(folder, study.Header, study.Trials);
        if (spaceFile is not null && StudyMetadata.Read(NodeJson.Write(SpaceDocument.Read(spaceFile))) is { } metadata)
        {
            using FileStream file = File.Create(Path.Combine(folder, StudyMetadata.FileName));
            metadata.Write(file);
        }

        ReportOutcome outcome = ReportWriter.Write(
            study.Header, study.Trials, folder, new ReportOptions { Notes = study.Notes, EndedBy = "imported from a table" });
        output.WriteLine(isJson
            ? JsonOutput.Write(writer =>
            {
                writer.WriteString("study", study.Header.Name);
                writer.WriteNumber("trials", study.Trials.Count);
                writer.WriteString("folder", folder);
                writer.WriteStartArray("notes");
                study.Notes.ToList().ForEach(writer.WriteStringValue);
                writer.WriteEndArray();
            })
            : $"{study.Header.Name}: {Counted.Of(study.Trials.Count, "trial")} imported into {folder}");
        foreach (ReportFailure failure in outcome.Failures)
        {
            errors.WriteLine($"error: {failure.Part} could not be written: {failure.Reason}");
        }

        return outcome.Failures.Count == 0 ? ExitCodes.Done : ExitCodes.Environment;
    });

    /// <summary>Reads a table of evaluations.</summary>
    /// <exception cref="ImportException">The table is no study of that space.</exception>
    internal static ImportedStudy ReadTable(string table, string spaceFile, ImportOptions options, TextWriter errors)
    {
        string name = options.Name.Length > 0 ? options.Name : Path.GetFileName(table).Split('.')[0];
        SearchSpace space = SpaceFile.Read(spaceFile, errors);
        options = options with { Name = name, KilledAfterSeconds = KillSeconds(spaceFile) };
        return Directory.Exists(table) ? RayResults.Read(table, space, options) : CsvStudyReader.ReadFile(table, space, options);
    }

    // What Hypermax's own search.json says of its kills.
    private static double? KillSeconds(string spaceFile)
    {
        Node? seconds = SpaceDocument.Read(spaceFile).Find("function")?.Value.Find("auto_kill_max_time")?.Value;
        return seconds?.Kind == NodeKind.Number ? double.Parse(seconds.Text, CultureInfo.InvariantCulture) : null;
    }
}
