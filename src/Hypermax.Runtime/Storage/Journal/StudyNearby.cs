namespace Hypermax.Storage.Journal;

/// <summary>Says what a path is that is not the folder of a study, and which studies lie below it: people name the folder above, or the file beside.</summary>
internal static class StudyNearby
{
    private const int MostLevels = 3;
    private const int MostFolders = 500;
    private const int MostNamed = 3;

    /// <summary>Says it in sentences that end with what to do.</summary>
    /// <param name="path">What was named.</param>
    public static string Words(string path)
    {
        if (File.Exists(path))
        {
            return $"'{path}' is a file, not the folder of a study. Name the folder that holds {JournalStore.FileName}.";
        }

        if (!Directory.Exists(path))
        {
            return $"There is no folder '{path}'. Name the folder of a study, which holds {JournalStore.FileName}.";
        }

        string[] below = [.. Below(path).Take(MostNamed + 1)];
        string studies = string.Join(", ", below.Take(MostNamed).Select(folder => $"'{Path.Combine(path, folder)}'"));
        return $"'{path}' has no {JournalStore.FileName}, so it is not the folder of a study. " + (below.Length switch
        {
            0 => "Name the folder that holds the journal.",
            1 => $"Below it lies one: name {studies}.",
            _ => $"Below it lie several: name {(below.Length > MostNamed ? $"{studies} or another" : studies)}.",
        });
    }

    // Level by level, so that the nearest come first; links are not followed.
    private static IEnumerable<string> Below(string path)
    {
        Queue<(string Folder, int Level)> waiting = new([(string.Empty, 0)]);
        for (int looked = 0; looked < MostFolders && waiting.TryDequeue(out (string Folder, int Level) next); looked++)
        {
            if (File.Exists(Path.Combine(path, next.Folder, JournalStore.FileName)))
            {
                yield return next.Folder;
            }
            else if (next.Level < MostLevels)
            {
                Array.ForEach(Folders(Path.Combine(path, next.Folder)), name => waiting.Enqueue((Path.Combine(next.Folder, name), next.Level + 1)));
            }
        }
    }

    private static string[] Folders(string path)
    {
        try
        {
            IEnumerable<DirectoryInfo> folders = new DirectoryInfo(path).EnumerateDirectories().Where(folder => folder.LinkTarget is null);
            return [.. folders.Take(MostFolders).Select(folder => folder.Name).Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
