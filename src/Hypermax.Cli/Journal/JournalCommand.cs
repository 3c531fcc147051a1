using System.CommandLine;
using Hypermax.Errors;
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

    internal static int Verify(string folder, TextWriter output)
    {
        JournalInspection journal = JournalInspection.Read(folder);
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

    internal static int Compact(string folder, TextWriter output)
    {
        long before = new FileInfo(Path.Combine(folder, JournalStore.FileName)).Length;
        string archive = JournalInspection.Compact(folder);
        long after = new FileInfo(Path.Combine(folder, JournalStore.FileName)).Length;
        output.WriteLine(FormattableString.Invariant($"{before} bytes became {after}; the old journal is {archive}"));
        return ExitCodes.Done;
    }

    private static Command Verb(string name, string description, Func<string, TextWriter, int> run)
    {
        Argument<string> folder = new("folder") { Description = "The folder of a study." };
        Command command = new(name, description) { folder };
        command.SetAction(parsed => FileTrouble.Guard(() => run(parsed.GetRequiredValue(folder), Console.Out), Console.Error));
        return command;
    }
}
