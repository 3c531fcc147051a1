using System.Globalization;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Sources;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Artifacts;

/// <summary>The files that trials left in <c>artifacts/trial_12</c>, as far as they lie in the folders of their studies.</summary>
internal static class TrialArtifacts
{
    private const int MostFiles = 500;
    private const int MostFolders = 200;

    private static readonly ArtifactList None = new([], IsCut: false);

    /// <summary>Lists the files of a trial; links that lead out of the study's folder are left out.</summary>
    /// <param name="place">The study.</param>
    /// <param name="trial">The number of the trial.</param>
    public static ArtifactList List(StudyPlace place, int trial)
    {
        if (place.Folder is not { } folder || !StudyFiles.IsWithin(folder, FolderOf(trial)))
        {
            return None;
        }

        List<ArtifactEntry> files = [];
        Queue<string> waiting = new([string.Empty]);
        int folders = 0;
        while (waiting.TryDequeue(out string? way) && files.Count < MostFiles && ++folders <= MostFolders)
        {
            foreach (FileSystemInfo entry in EntriesOf(Path.Combine(folder, FolderOf(trial), way)))
            {
                string path = way + entry.Name;
                bool isLink = entry.LinkTarget is not null;
                if (entry is FileInfo file && (!isLink || StudyFiles.IsWithin(folder, $"{FolderOf(trial)}/{path}")))
                {
                    files.Add(EntryOf(path, file));
                }
                else if (entry is DirectoryInfo && !isLink)
                {
                    waiting.Enqueue(path + "/");
                }
            }
        }

        bool isCut = files.Count > MostFiles || waiting.Count > 0;
        return new ArtifactList([.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Take(MostFiles)], isCut);
    }

    /// <summary>Opens a file of a trial; null where none of that path is listed, whatever the path leads to.</summary>
    /// <param name="place">The study.</param>
    /// <param name="trial">The number of the trial.</param>
    /// <param name="path">The path as it is listed.</param>
    /// <exception cref="IOException">It cannot be read, or is no ordinary file.</exception>
    public static FileStream? Open(StudyPlace place, int trial, string path) => List(place, trial).Files.Any(file => file.Path == path)
        ? StudyFiles.OpenRead(place.Folder!, $"{FolderOf(trial)}/{path}")
        : null;

    private static string FolderOf(int trial) => string.Create(CultureInfo.InvariantCulture, $"artifacts/trial_{trial}");

    private static ArtifactEntry EntryOf(string path, FileInfo file)
    {
        FileSystemInfo whole = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        long bytes = whole is FileInfo { Exists: true } target ? target.Length : 0;
        return new ArtifactEntry(path, bytes, new DateTimeOffset(whole.LastWriteTimeUtc, TimeSpan.Zero), ArtifactKind.Of(path, bytes)?.Name);
    }

    // The trial may be about to remove what it wrote.
    private static FileSystemInfo[] EntriesOf(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Take(MostFiles + 1)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
