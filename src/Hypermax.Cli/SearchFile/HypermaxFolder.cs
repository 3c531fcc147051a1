using Hypermax.Errors;
using Hypermax.Execution.Losses;
using Hypermax.Import;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.SearchFile;

/// <summary>Makes a study of a folder that the original wrote, so that a search goes on with its trials.</summary>
internal static class HypermaxFolder
{
    /// <summary>What the table of the original is kept as; the study writes its own over it.</summary>
    public const string KeptTable = "results.hypermax.csv";

    /// <summary>Makes sure that the losses of a folder mean the same as those of a search.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="plan">How it is searched from here on.</param>
    /// <exception cref="FormatException">They do not.</exception>
    public static void Check(string folder, SearchPlan plan)
    {
        if (plan.Options.Loss is not null)
        {
            throw new FormatException(
                $"'{folder}' holds losses as the trials returned them, and {plan.Settings.SubjectOf(TrialSettings.Loss)} makes others of them; "
                    + "the two do not mix. "
                + "Leave it out to go on there, or begin a new folder with --new.");
        }
    }

    /// <summary>Writes the journal.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="space">The space.</param>
    /// <param name="plan">How it is searched from here on, which becomes what the study is.</param>
    /// <param name="lines">Takes what is said.</param>
    /// <exception cref="ImportException">The table cannot become trials.</exception>
    public static void Adopt(string folder, SearchSpace space, SearchPlan plan, SearchLines lines)
    {
        StudyOptions options = plan.Options;
        string table = Path.Combine(folder, EarlierResults.Table);
        ImportedStudy study = CsvStudyReader.ReadFile(table, space, new ImportOptions
        {
            Name = Path.GetFileName(Path.GetFullPath(folder)),
            Direction = options.Direction,
            KilledAfterSeconds = plan.Limits.WallTime?.TotalSeconds,
        });
        foreach (string note in study.Notes)
        {
            lines.Once($"{folder}: {note}");
        }

        string kept = Path.Combine(folder, KeptTable);
        if (!File.Exists(kept))
        {
            File.Copy(table, kept);
        }

        JournalImport.Write(folder, study.Header with
        {
            Seed = options.Seed ?? 0,
            Method = options.Method ?? "auto",
            Loss = LossText.Write(options.Loss),
            Lag = options.Order == ProposalOrder.Arrival ? null : options.Lag ?? options.Workers,
        }, study.Trials);
        lines.Once($"{folder} holds {Counted.Of(study.Trials.Count, "trial")} of Hypermax, which the search goes on with; its table is kept as {KeptTable}");
    }
}
