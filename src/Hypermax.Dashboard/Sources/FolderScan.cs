using Hypermax.Storage.Journal;

namespace Hypermax.Dashboard.Sources;

/// <summary>Looks for the folders of studies below some folders, down to a bounded depth.</summary>
/// <param name="folders">The folders to look in.</param>
/// <param name="depth">How many levels below them are looked at.</param>
internal sealed class FolderScan(IReadOnlyList<string> folders, int depth)
{
    private const int MostFolders = 20_000;

    // What lies beside studies and holds none.
    private static readonly string[] Passed = ["node_modules", "artifacts_cache", "logs", "charts", "checkpoints", "guide", "obj", "bin", "__pycache__"];

    private readonly string[] _roots = [.. folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal)];

    /// <summary>Finds the folders that hold a study, or the file that says which store does; below them nothing is looked for.</summary>
    public IReadOnlyList<StudyFolder> Find()
    {
        List<StudyFolder> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string root in _roots)
        {
            Queue<(string Folder, int Level)> waiting = new([(root, 0)]);
            while (waiting.TryDequeue(out (string Folder, int Level) next) && seen.Count < MostFolders)
            {
                if (!seen.Add(next.Folder))
                {
                    continue;
                }

                StudyFolder folder = new(next.Folder, TitleOf(root, next.Folder))
                {
                    HasJournal = File.Exists(Path.Combine(next.Folder, JournalStore.FileName)),
                    IsMarked = File.Exists(Path.Combine(next.Folder, MarkedStudies.FileName)),
                };
                if (folder.HasJournal || folder.IsMarked)
                {
                    found.Add(folder);
                }
                else if (next.Level < depth)
                {
                    Below(next.Folder).ForEach(below => waiting.Enqueue((below, next.Level + 1)));
                }
            }
        }

        return found;
    }

    private static string TitleOf(string root, string folder) =>
        folder == root ? Path.GetFileName(folder) : Path.GetRelativePath(root, folder).Replace('\\', '/');

    // A folder that may not be read, or goes away meanwhile, hides only itself. Links are not followed, for they may lead round in circles.
    private static List<string> Below(string folder)
    {
        try
        {
            return
            [
                .. new DirectoryInfo(folder).EnumerateDirectories()
                    .Where(child => child.LinkTarget is null && !child.Name.StartsWith('.') && !Passed.Contains(child.Name, StringComparer.Ordinal))
                    .Select(child => child.FullName)
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
