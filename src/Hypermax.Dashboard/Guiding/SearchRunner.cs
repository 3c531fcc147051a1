using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Hypermax.Dashboard.Contracts;

namespace Hypermax.Dashboard.Guiding;

/// <summary>Starts searches from files that lie in the folders, when that was allowed at the start.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class SearchRunner(DashboardOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, StartedSearch> _started = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Gets the files there are.</summary>
    public IReadOnlyList<RunFile> Files => [.. SearchSources.Find(options.Folders).Select(Of)];

    /// <summary>Starts the search of a file.</summary>
    /// <param name="id">The id of the file; only files that are found can be started.</param>
    /// <returns>The file and what to answer; null where there is no such file.</returns>
    public (SearchSource Source, SteerAnswer Answer)? Start(string? id)
    {
        if (options.Run is not { } run || SearchSources.Find(options.Folders).FirstOrDefault(source => IdOf(source.Path) == id) is not { } source)
        {
            return null;
        }

        lock (_lock)
        {
            if (_started.TryGetValue(source.Path, out StartedSearch? known) && known.IsRunning)
            {
                return (source, new SteerAnswer(IsDone: false, "It was started from here already and still runs."));
            }

            known?.Dispose();
            _started[source.Path] = new StartedSearch(run(source.Path));
            return (source, new SteerAnswer(IsDone: true, $"The search of {source.Title} has begun; its study appears here by itself."));
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

    private RunFile Of(SearchSource source)
    {
        lock (_lock)
        {
            StartedSearch? known = _started.GetValueOrDefault(source.Path);
            int? exit = known?.ExitCode;
            return new RunFile(IdOf(source.Path), source.Title, known is not null && exit is null, exit, known?.Output);
        }
    }
}
