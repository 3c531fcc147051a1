using Hypermax.Execution.Limits;

namespace Hypermax.Studies;

/// <summary>A trial that runs: what stops it, and what is recorded when a person has ended it.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class StoppableTrial : IDisposable
{
    private const string Words = "A person ended the trial while it ran.";

    private readonly CancellationTokenSource _stop;
    private readonly Action<StoppableTrial> _forget;
    private readonly object _lock = new();
    private bool _isOver;
    private volatile bool _isEnded;

    /// <summary>Begins to run.</summary>
    /// <param name="forget">Called when the trial is over.</param>
    /// <param name="search">Cancelled when the search stops.</param>
    public StoppableTrial(Action<StoppableTrial> forget, CancellationToken search) =>
        (_stop, _forget) = (CancellationTokenSource.CreateLinkedTokenSource(search), forget);

    /// <summary>Gets what is cancelled when the trial is to stop, whoever wants it.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Asks the trial to stop, and has it ended if it does not; false when it is over.</summary>
    public bool End()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return false;
            }

            _isEnded = true;

            // What objectives hang on their token must not hold up whoever asks.
            _ = _stop.CancelAsync();
            return true;
        }
    }

    /// <summary>Gets what is recorded: a value that was there before the end counts, always.</summary>
    /// <param name="outcome">What became of the trial.</param>
    public TrialOutcome Judge(TrialOutcome outcome) => !_isEnded || outcome.State != TrialState.Failed ? outcome : outcome with
    {
        Failure = FailureKind.Ended,
        Message = outcome.Failure == FailureKind.Cancelled
            ? $"{Words} {outcome.Message?.Replace(LimitBreach.Cancelled.Message, string.Empty, StringComparison.Ordinal).Trim()}".TrimEnd()
            : $"{Words} It said: {outcome.Message}",
    };

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        _forget(this);
        _stop.Dispose();
    }
}
