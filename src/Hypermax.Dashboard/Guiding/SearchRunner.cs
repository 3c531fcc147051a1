using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Sources;

namespace Hypermax.Dashboard.Guiding;

/// <summary>Starts searches from the <c>search.json</c> files that lie in the folders, when that was allowed at the start.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class SearchRunner(DashboardOptions options) : IDisposable
{
    private const int MostFolders = 2000;
    private const string FileName = "search.json";

    private readonly ConcurrentDictionary<string, StartedSearch> _started = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Gets the files there are: in the folders, and one level below.</summary>
    public IReadOnlyList<RunFile> Files => [.. Find().Select(file => Of(file.Path, file.Title))];

    /// <summary>Starts the search of a file.</summary>
    /// <param name="id">The id of the file; only files that are found can be started.</param>
    /// <returns>Its path for the record and what to answer; null where there is no such file.</returns>
    public (string Path, SteerAnswer Answer)? Start(string? id)
    {
        if (options.Run is not { } run || Find().FirstOrDefault(file => IdOf(file.Path) == id).Path is not { } path)
        {
            return null;
        }

        lock (_lock)
        {
            if (IsRunning(path))
            {
                return (path, new SteerAnswer(IsDone: false, "It was started from here already and still runs."));
            }

            _started[path] = new StartedSearch(run(path));
            string name = Path.GetFileName(Path.GetDirectoryName(path)!);
            return (path, new SteerAnswer(IsDone: true, $"The search of {name} has begun; its study appears here by itself."));
        }
    }

    /// <summary>Lets go of the processes; the searches go on.</summary>
    public void Dispose()
    {
        foreach (StartedSearch search in _started.Values)
        {
            search.Dispose();
        }
    }

    private static string IdOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 8));

    private IEnumerable<(string Path, string Title)> Find()
    {
        foreach (string folder in options.Folders.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            foreach (string place in (string[])[folder, .. Below(folder)])
            {
                string path = Path.Combine(place, FileName);
                if (File.Exists(path) && StudyFiles.IsWithin(place, FileName))
                {
                    yield return (path, Path.GetRelativePath(folder, path).Replace('\\', '/'));
                }
            }
        }
    }

    private static IEnumerable<string> Below(string folder)
    {
        try
        {
            IEnumerable<DirectoryInfo> children = new DirectoryInfo(folder).EnumerateDirectories().Where(child => child.LinkTarget is null);
            return [.. children.Take(MostFolders).Select(child => child.FullName)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private bool IsRunning(string path) => _started.TryGetValue(path, out StartedSearch? known) && known.IsRunning;

    private RunFile Of(string path, string title) => _started.TryGetValue(path, out StartedSearch? known)
        ? new RunFile(IdOf(path), title, known.IsRunning, known.Output)
        : new RunFile(IdOf(path), title, Running: false, Output: null);
}
