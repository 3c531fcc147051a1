using Hypermax.Analysis.Stages;
using Hypermax.Export;
using Hypermax.Import;
using Hypermax.Reports;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;

namespace Hypermax.Dataset;

/// <summary>A folder with a thorough search: one of the public data set <c>hypermax-results</c>, or a study of ours.</summary>
internal sealed record DatasetFolder
{
    /// <summary>The column that says which stage of its search a trial belongs to.</summary>
    public const string StageColumn = "stage";

    /// <summary>Gets where it lies.</summary>
    public required string Path { get; init; }

    /// <summary>Gets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the trials.</summary>
    public required StudyData Study { get; init; }

    /// <summary>Gets what had to be left out or changed when the table was read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets who made it and what it is about, or null.</summary>
    public StudyMetadata? Metadata { get; init; }

    /// <summary>Gets the stages of the search, in their order.</summary>
    public required IReadOnlyList<StageSpan> Stages { get; init; }

    /// <summary>Gets whether the trials say to which stage they belong; else stages are told from where their values lie.</summary>
    public required bool SaysStages { get; init; }

    /// <summary>Reads a folder: a journal where there is one, else <c>results.csv</c> with the space of <c>search.json</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="errors">Takes warnings about <c>search.json</c>.</param>
    /// <exception cref="ImportException">A file is missing or cannot be read.</exception>
    public static DatasetFolder Read(string folder, TextWriter errors)
    {
        string name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder)));
        ImportedStudy table = File.Exists(System.IO.Path.Combine(folder, JournalStore.FileName)) ? OfJournal(folder) : ImportCommand.ReadTable(
            Require(folder, EarlierResults.Table, "the trials, a row each"),
            Require(folder, EarlierResults.Configuration, "the space that was searched"),
            new ImportOptions { Name = name },
            errors);
        StudyData study = new(table.Header, table.Trials);
        (IReadOnlyList<StageSpan> stages, bool saysStages) = StagesOf(study);
        return new DatasetFolder
        {
            Path = folder,
            Name = name,
            Study = study,
            Notes = table.Notes,
            Metadata = MetadataOf(folder),
            Stages = stages,
            SaysStages = saysStages,
        };
    }

    private static ImportedStudy OfJournal(string folder)
    {
        JournalSnapshot study = Folders.Read(folder);
        return new ImportedStudy(study.Header!, study.Trials, []);
    }

    private static string Require(string folder, string file, string meaning)
    {
        if (!Directory.Exists(folder))
        {
            throw new ImportException($"There is no folder '{folder}'. Name the folder of a data set or of a study.");
        }

        string path = System.IO.Path.Combine(folder, file);
        return File.Exists(path)
            ? path
            : throw new ImportException($"'{folder}' has no {file}, {meaning}. Name the folder of a data set: {EarlierResults.Table} beside "
                + $"{EarlierResults.Configuration}, or that of a study, with its {JournalStore.FileName}.");
    }

    private static StudyMetadata? MetadataOf(string folder)
    {
        string path = System.IO.Path.Combine(folder, StudyMetadata.FileName);
        return File.Exists(path) ? StudyMetadata.Read(File.ReadAllText(path)) : null;
    }

    private static (IReadOnlyList<StageSpan> Stages, bool SaysStages) StagesOf(StudyData study)
    {
        string?[] told = [.. study.Finished.Select(trial => trial.Insight?.Stage)];
        return told.Length == 0 || Array.Exists(told, stage => stage is null)
            ? (StageInference.Of(study, study.Finished), false)
            : (StageInference.Between(study, study.Finished, [.. Enumerable.Range(1, told.Length - 1).Where(i => told[i] != told[i - 1])]), true);
    }
}
