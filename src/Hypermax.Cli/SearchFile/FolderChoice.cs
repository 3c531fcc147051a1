using Hypermax.Config.Text;
using Hypermax.Errors;
using Hypermax.Search;

namespace Hypermax.SearchFile;

/// <summary>Where the results of a search go.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="IsOfHypermax">Whether it holds results of the original, which become a study first.</param>
/// <param name="Number">The number in its name, of a new folder that was not named.</param>
internal sealed record FolderChoice(string Folder, bool IsOfHypermax, int? Number)
{
    /// <summary>Chooses: the folder that was named, else the newest unfinished one of the same search if whoever asks wants it, else a new one.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="directory">The beginning of the names of folders.</param>
    /// <param name="space">The space that is searched.</param>
    /// <param name="plan">How.</param>
    /// <param name="function">What evaluates points; a folder that is named may be of another, which is told when it is opened.</param>
    /// <param name="lines">Takes what is said.</param>
    /// <returns>The folder, or null when nobody answers.</returns>
    /// <exception cref="FormatException">What was asked for cannot be.</exception>
    public static FolderChoice? Of(
        FileSearchOptions options, string directory, SearchSpace space, SearchPlan plan, Node? function, SearchLines lines) =>
        options.Folder is { } folder ? Named(options, folder, space, plan) : Found(options, directory, space, plan, function, lines);

    private static FolderChoice Named(FileSearchOptions options, string folder, SearchSpace space, SearchPlan plan)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new FormatException("The folder of results is an empty text. Name a folder, or leave it out for a new one.");
        }

        if (File.Exists(folder))
        {
            throw new FormatException($"'{folder}' is a file; results go into a folder. Name another.");
        }

        folder = Path.TrimEndingDirectorySeparator(folder);
        EarlierResults? earlier = EarlierResults.Read(folder, space, plan.Options);
        if (earlier is null)
        {
            return options.Resume == true
                ? throw new FormatException($"'{folder}' holds no results to go on with. Name another folder, or leave --resume out to begin there.")
                : new FolderChoice(folder, IsOfHypermax: false, Number: null);
        }

        if (options.Resume == false)
        {
            throw new FormatException($"'{folder}' holds results already, and --new begins a search. Name another folder, or none for one of its own.");
        }

        // What differs in a journal is told when it is opened, with what can be done about it.
        return earlier is { IsOfHypermax: true, Difference: { } difference }
            ? throw new FormatException($"'{folder}' {difference}, so this one cannot go on with its results. Name another folder, or none for a new one.")
            : new FolderChoice(folder, earlier.IsOfHypermax, Number: null);
    }

    private static FolderChoice? Found(
        FileSearchOptions options, string directory, SearchSpace space, SearchPlan plan, Node? function, SearchLines lines)
    {
        (int number, string next) = ResultFolders.Next(directory);
        FolderChoice fresh = new(next, IsOfHypermax: false, number);
        if (options.Resume == false)
        {
            return fresh;
        }

        string? passed = null;
        foreach ((_, string folder) in ResultFolders.Of(directory))
        {
            if (EarlierResults.Read(folder, space, plan.Options, function) is not { } earlier)
            {
                continue;
            }

            if (earlier.Difference is null && earlier.Finished < plan.Options.Trials)
            {
                return Resume(options, folder, earlier, plan, lines) switch
                {
                    true => new FolderChoice(folder, earlier.IsOfHypermax, Number: null),
                    false => fresh,
                    null => null,
                };
            }

            passed ??= earlier.Difference is { } difference
                ? $"{folder} {difference}"
                : FormattableString.Invariant($"{folder} has all its {Counted.Of(earlier.Finished, "trial")}; name it, with more iterations, to go on there");
        }

        if (passed is not null)
        {
            lines.Once($"{passed}; begins {next}");
        }
        else if (options.Resume == true)
        {
            lines.Once($"no unfinished results of this search are here; begins {next}");
        }

        return fresh;
    }

    private static bool? Resume(FileSearchOptions options, string folder, EarlierResults earlier, SearchPlan plan, SearchLines lines)
    {
        string stand = FormattableString.Invariant($"{folder} holds {earlier.Finished} of {Counted.Of(plan.Options.Trials, "trial")} of this search");
        if (options.Resume is null && options.Ask is { } ask)
        {
            return ask($"{stand}. Go on there? [Y/n] ");
        }

        lines.Once(options.Resume is null ? $"{stand} and is gone on with; --new begins another" : $"{stand} and is gone on with");
        return true;
    }
}
