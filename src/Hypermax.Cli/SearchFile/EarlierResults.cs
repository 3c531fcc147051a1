using Hypermax.Config;
using Hypermax.Config.Faults;
using Hypermax.Config.Text;
using Hypermax.Import;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Studies;

namespace Hypermax.SearchFile;

/// <summary>What a folder of results holds, as far as another search asks: whose it is, and how far it got.</summary>
/// <param name="Finished">How many of its trials are finished.</param>
/// <param name="Difference">Why the search cannot go on with it, as the rest of a sentence; null where it can.</param>
/// <param name="IsOfHypermax">Whether the original wrote it, so that it has a table and no journal.</param>
internal sealed record EarlierResults(int Finished, string? Difference, bool IsOfHypermax)
{
    public const string Table = "results.csv";
    public const string Configuration = "search.json";

    /// <summary>Looks at a folder; null where it holds no results.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="space">The space that is searched.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="function">What evaluates points now, or null where that does not matter.</param>
    public static EarlierResults? Read(string folder, SearchSpace space, StudyOptions options, Node? function = null)
    {
        if (File.Exists(Path.Combine(folder, JournalStore.FileName)))
        {
            return OfJournal(folder, space, options, function);
        }

        string table = Path.Combine(folder, Table);
        return File.Exists(table) ? OfTable(folder, table, space, function) : null;
    }

    private static EarlierResults? OfJournal(string folder, SearchSpace space, StudyOptions options, Node? function)
    {
        try
        {
            JournalSnapshot study = JournalSnapshot.Read(folder);
            if (study.Header is not { } header)
            {
                return null;
            }

            StudyOptions asked = options with { Name = null };
            string[] differences =
            [
                .. StudyIdentity.Compare(header, space, asked, MethodChoice.Of(asked, header))
                    .Select(difference => difference.Name)
                    .Distinct(StringComparer.Ordinal),
                .. function is not null && FunctionIdentity.OfFolder(folder) is { } recorded && recorded != FunctionIdentity.Of(function)
                    ? ["function"]
                    : Array.Empty<string>(),
            ];
            int finished = study.Trials.Count(trial => trial.IsFinished && !trial.IsAdded);
            string? difference = differences.Length == 0 ? InUse(folder) : $"is of a search with another {string.Join(" and another ", differences)}";
            return new EarlierResults(finished, difference, IsOfHypermax: false);
        }
        catch (Exception error) when (error is JournalFormatException or IOException or UnauthorizedAccessException)
        {
            return new EarlierResults(0, $"cannot be read: {error.Message}", IsOfHypermax: false);
        }
    }

    private static EarlierResults OfTable(string folder, string table, SearchSpace space, Node? function)
    {
        string file = Path.Combine(folder, Configuration);
        if (!File.Exists(file) || ConfigReader.Read(file, new FaultList())?.Space is not { } recorded)
        {
            return new EarlierResults(0, $"has no {Configuration} with a space that can be read", IsOfHypermax: true);
        }

        if (SpaceJson.Hash(recorded) != SpaceJson.Hash(space))
        {
            return new EarlierResults(0, "is of a search with another space", IsOfHypermax: true);
        }

        if (function is not null && FunctionIdentity.OfFolder(folder) is { } before && before != FunctionIdentity.Of(function))
        {
            return new EarlierResults(0, "is of a search with another function", IsOfHypermax: true);
        }

        try
        {
            return new EarlierResults(CsvStudyReader.ReadFile(table, space).Trials.Count, Difference: null, IsOfHypermax: true);
        }
        catch (Exception error) when (error is ImportException or IOException)
        {
            return new EarlierResults(0, $"cannot be read: {error.Message}", IsOfHypermax: true);
        }
    }

    private static string? InUse(string folder)
    {
        try
        {
            FolderLock.Take(folder, shared: false).Dispose();
            return null;
        }
        catch (StudyInUseException)
        {
            return "is being searched by another process";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"cannot be written to: {error.Message}";
        }
    }
}
