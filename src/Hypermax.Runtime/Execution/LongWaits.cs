namespace Hypermax.Execution;

/// <summary>Waits of any length: timers of the platform end at 49 days, users' searches need not.</summary>
internal static class LongWaits
{
    /// <summary>The longest single wait; longer ones are made of several.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(20);

    /// <summary>Waits.</summary>
    /// <param name="time">How long; anything up to <see cref="TimeSpan.MaxValue"/>.</param>
    /// <param name="cancellation">Ends the wait with an exception.</param>
    public static async Task DelayAsync(TimeSpan time, CancellationToken cancellation)
    {
        for (; time > Longest; time -= Longest)
        {
            await Task.Delay(Longest, cancellation).ConfigureAwait(false);
        }

        await Task.Delay(time, cancellation).ConfigureAwait(false);
    }

    /// <summary>Does something once, later.</summary>
    /// <param name="clock">Tells the time.</param>
    /// <param name="time">When; anything up to <see cref="TimeSpan.MaxValue"/>.</param>
    /// <param name="action">What.</param>
    /// <returns>Dispose of it to call it off.</returns>
    public static IDisposable After(TimeProvider clock, TimeSpan time, Action action) => new Alarm(clock, time, action);

    private sealed class Alarm : IDisposable
    {
        private readonly Action _action;
        private readonly ITimer _timer;
        private TimeSpan _left;

        public Alarm(TimeProvider clock, TimeSpan time, Action action)
        {
            _action = action;
            _left = time;
            _timer = clock.CreateTimer(_ => Ring(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Ring();
        }

        public void Dispose() => _timer.Dispose();

        private void Ring()
        {
            if (_left <= TimeSpan.Zero)
            {
                _action();
                return;
            }

            TimeSpan next = _left < Longest ? _left : Longest;
            _left -= next;
            _timer.Change(next, Timeout.InfiniteTimeSpan);
        }
    }
}
