using System.Diagnostics;
using Hypermax.Execution.Usages;
using Hypermax.PostgreSql.Workers;
using Hypermax.Studies.Watching;

namespace Hypermax.PostgreSql.Watching;

/// <summary>What the running trials of a study use, as its workers told the database.</summary>
/// <param name="pulse">The database.</param>
/// <param name="name">The name of the study.</param>
internal sealed class DatabaseUsages(DatabasePulse pulse, string name) : IUsageLook
{
    private static readonly Dictionary<int, RunningUsage> None = [];
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromSeconds(5);

    // Asking may take up to this part of the time.
    private const int MostShare = 4;

    private readonly Lock _lock = new();
    private IReadOnlyDictionary<int, RunningUsage> _last = None;
    private TimeSpan _pause;
    private long _readAt;

    public IReadOnlyDictionary<int, RunningUsage> Read()
    {
        lock (_lock)
        {
            if (_readAt == 0 || Stopwatch.GetElapsedTime(_readAt) >= _pause)
            {
                long started = Stopwatch.GetTimestamp();
                IReadOnlyDictionary<int, RunningUsage>? read = TryRead();
                _readAt = Stopwatch.GetTimestamp();
                TimeSpan share = Stopwatch.GetElapsedTime(started, _readAt) * MostShare;
                (_last, _pause) = (read ?? None, read is null ? BetweenFailures : share < Between ? Between : share);
            }

            return _last;
        }
    }

    private IReadOnlyDictionary<int, RunningUsage>? TryRead()
    {
        try
        {
            return pulse.Read(connection => UsageRow.Read(connection, name));
        }
        catch (StudyAwayException)
        {
            return null;
        }
    }
}
