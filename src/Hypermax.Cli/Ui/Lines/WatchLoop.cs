using System.Diagnostics;
using Hypermax.Folder;

namespace Hypermax.Ui.Lines;

/// <summary>Looks at the folder of a study again and again, and tells what is new, until no search runs there.</summary>
/// <param name="read">Reads how the study stands.</param>
/// <param name="output">Where to tell.</param>
/// <param name="pause">How long to wait between two looks.</param>
internal sealed class WatchLoop(Func<FolderStatus> read, IWatchOutput output, TimeSpan pause)
{
    // Reading a large journal may take up to this part of the time.
    private const int MostShare = 5;

    private readonly HashSet<int> _told = [];

    /// <summary>Runs until no search runs any more, or somebody leaves.</summary>
    /// <param name="stop">Ends the watching, and nothing else.</param>
    /// <returns>Whether the search was seen to its end, with a trial that is usable.</returns>
    /// <exception cref="IOException">The folder cannot be read any more.</exception>
    public bool Run(CancellationToken stop)
    {
        long started = Stopwatch.GetTimestamp();
        FolderStatus status = read();
        _told.UnionWith(status.Data.Finished.Select(trial => trial.Number));
        output.Begin(status);
        while (status.Owner is not null)
        {
            TimeSpan cost = Stopwatch.GetElapsedTime(started) * MostShare;
            if (stop.WaitHandle.WaitOne(cost > pause ? cost : pause))
            {
                return true;
            }

            started = Stopwatch.GetTimestamp();
            status = read();
            TrialRecord[] ended = [.. status.Data.Finished.Where(trial => _told.Add(trial.Number)).OrderBy(trial => trial.Started + trial.Duration)];
            if (ended.Length > 0)
            {
                output.Add(status, ended);
            }
        }

        output.End(status);
        return status.Data.Best is not null;
    }
}
