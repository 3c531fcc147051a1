using Hypermax.Dashboard.Sources;
using Hypermax.Storage.Journal;

namespace Hypermax.Dashboard.Guiding;

/// <summary>Finds the files that searches can be started from: <c>search.json</c> in some folders and one level below, and there the <c>hypertune.args</c>
/// of built projects, in <c>obj</c> or <c>artifacts/obj</c>.</summary>
internal static class SearchSources
{
    /// <summary>The name of what a build with <c>-t:Hypertune</c> leaves.</summary>
    public const string Arguments = "hypertune.args";

    private const string Search = "search.json";
    private const int MostFolders = 2000;

    // obj/Debug/net10.0/hypertune, artifacts/obj/App/debug_net10.0/hypertune
    private const int MostLevels = 4;

    private static readonly string[] Objects = ["obj", Path.Combine("artifacts", "obj")];

    /// <summary>Finds them; links are not followed.</summary>
    /// <param name="folders">The folders.</param>
    public static IEnumerable<SearchSource> Find(IEnumerable<string> folders) => FindAll(folders).DistinctBy(source => source.Path, StringComparer.Ordinal);

    private static IEnumerable<SearchSource> FindAll(IEnumerable<string> folders)
    {
        foreach (string folder in folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            foreach (string place in (string[])[folder, .. Below(folder)])
            {
                foreach (string path in (string[])[Search, .. Objects.SelectMany(objects => ArgumentsIn(place, objects))])
                {
                    string whole = Path.Combine(place, path);
                    if (File.Exists(whole) && StudyFiles.IsWithin(place, path) && !(path == Search && IsStudy(place)))
                    {
                        yield return new SearchSource(whole, Path.GetRelativePath(folder, whole).Replace('\\', '/'), place);
                    }
                }
            }
        }
    }

    // A search leaves a copy of its file with its results, and what it names lies elsewhere.
    private static bool IsStudy(string folder) =>
        File.Exists(Path.Combine(folder, JournalStore.FileName)) || File.Exists(Path.Combine(folder, MarkedStudies.FileName));

    private static IEnumerable<string> ArgumentsIn(string place, string objects)
    {
        Queue<(string Folder, int Level)> waiting = new([(Path.Combine(place, objects), 0)]);
        for (int looked = 0; looked < MostFolders && waiting.TryDequeue(out (string Folder, int Level) next); looked++)
        {
            if (File.Exists(Path.Combine(next.Folder, Arguments)))
            {
                yield return Path.GetRelativePath(place, Path.Combine(next.Folder, Arguments));
            }
            else if (next.Level < MostLevels)
            {
                Array.ForEach(Below(next.Folder), folder => waiting.Enqueue((folder, next.Level + 1)));
            }
        }
    }

    private static string[] Below(string folder)
    {
        try
        {
            IEnumerable<DirectoryInfo> children = new DirectoryInfo(folder).EnumerateDirectories().Where(child => child.LinkTarget is null);
            return [.. children.Take(MostFolders).Select(child => child.FullName).Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
