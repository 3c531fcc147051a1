using System.Collections.Concurrent;

namespace Hypermax.Studies;

/// <summary>The trials that a search runs in this process, each of which a person may end.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class StoppableTrials
{
    private readonly ConcurrentDictionary<int, StoppableTrial> _running = [];

    /// <summary>Notes that a trial runs, until the result is disposed.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="search">Cancelled when the search stops.</param>
    public StoppableTrial Begin(int number, CancellationToken search)
    {
        StoppableTrial trial = new(ended => _running.TryRemove(KeyValuePair.Create(number, ended)), search);
        _running[number] = trial;
        return trial;
    }

    /// <summary>Ends a trial.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <returns>False when it does not run here, or no longer.</returns>
    public bool End(int number) => _running.TryGetValue(number, out StoppableTrial? trial) && trial.End();
}
