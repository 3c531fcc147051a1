using System.CommandLine;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.Storage.Journal;

namespace Hypermax.Journal;

/// <summary>The verb <c>hypermax journal</c>: looks after the journal of a study.</summary>
internal static class JournalCommand
{
    public static Command Create() => new("journal", "Looks after the journal of a study.")
    {
        Verb("verify", "Names the damaged records of a journal by position; changes nothing.", Verify),
        Verb("compact", "Rewrites a journal without damaged and superseded records; the old file is archived beside it.", Compact),
    };

    internal static int Verify(string folder, bool isJson, TextWriter output)
    {
        JournalInspection journal = JournalInspection.Read(folder);
        if (isJson)
        {
            output.WriteLine(JsonOutput.Write(writer =>
            {
                writer.WriteString("study", journal.Header?.Name);
                writer.WriteNumber("records", journal.Records);
                writer.WriteNumber("finished", journal.Trials.Count(trial => trial.IsFinished));
                writer.WriteNumber("unfinished", journal.Trials.Count(trial => !trial.IsFinished));
                writer.WriteNumber("bytes", journal.Bytes);
                writer.WriteStartArray("damaged");
                foreach (DamagedLine line in journal.Damaged)
                {
                    writer.WriteStringValue(line.ToString());
                }

                writer.WriteEndArray();
            }));
            return journal.Damaged.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
        }

        string study = journal.Header is { } header ? $"study '{header.Name}'" : "no study";
        output.WriteLine(
            FormattableString.Invariant(
                $"{study}: {Counted.Of(journal.Records, "sound record")}, {journal.Trials.Count(trial => trial.IsFinished)} finished and ")
            + FormattableString.Invariant($"{journal.Trials.Count(trial => !trial.IsFinished)} unfinished trials, {journal.Bytes} bytes"));
        foreach (DamagedLine line in journal.Damaged)
        {
            output.WriteLine(line);
        }

        output.WriteLine(journal.Damaged.Count == 0 ? "no damage" : FormattableString.Invariant($"{Counted.Of(journal.Damaged.Count, "damaged record")}"));
        return journal.Damaged.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    internal static int Compact(string folder, bool isJson, TextWriter output)
    {
        long before = new FileInfo(Path.Combine(folder, JournalStore.FileName)).Length;
        string archive = JournalInspection.Compact(folder);
        long after = new FileInfo(Path.Combine(folder, JournalStore.FileName)).Length;
        output.WriteLine(isJson
            ? JsonOutput.Write(writer =>
            {
                writer.WriteNumber("bytesBefore", before);
                writer.WriteNumber("bytes", after);
                writer.WriteString("archive", archive);
            })
            : FormattableString.Invariant($"{before} bytes became {after}; the old journal is {archive}"));
        return ExitCodes.Done;
    }

    private static Command Verb(string name, string description, Func<string, bool, TextWriter, int> run)
    {
        Argument<string> folder = new("folder") { Description = "The folder of a study." };
        Option<bool> json = JsonOutput.Option();
        Command command = new(name, description) { folder, json };
        command.SetAction(parsed => FileTrouble.Guard(() => run(parsed.GetRequiredValue(folder), parsed.GetValue(json), Console.Out), Console.Error));
        return command;
    }
}
