using Hypermax.Studies.Racing;

namespace Hypermax.Studies;

/// <summary>Decides when a search has done enough, from the trials finished so far.</summary>
internal sealed class StopRules
{
    private const int NoiseEvery = 5;

    private readonly AskTell _trials;
    private readonly StudyOptions _options;
    private readonly StudyControl _control;
    private readonly Direction _direction;
    private readonly bool _isSeveral;
    private readonly long _started;
    private readonly int _before;
    private TrialRecord? _best;
    private int _sinceBest;
    private int _read;
    private int _finished;

    public StopRules(AskTell trials, StudyOptions options, StudyControl control, IReadOnlyList<Direction> directions)
    {
        (_trials, _options, _control, _direction, _isSeveral) = (trials, options, control, directions[0], directions.Count > 1);
        _started = options.Clock.GetTimestamp();
        Read();
        _before = _finished;
    }

    // One lucky value does not make a point the best where leaders race.
    private TrialRecord? Best => _options.Race is null ? _best : _trials.Best;

    /// <summary>Takes in the trials that finished since the last call, here or in another process.</summary>
    public void Read()
    {
        foreach (TrialRecord trial in _trials.FinishedSince(_read))
        {
            _read++;
            Add(trial);
        }
    }

    private void Add(TrialRecord trial)
    {
        bool isExtra = trial.IsAdded || Remeasuring.IsExtra(trial);
        _finished += isExtra ? 0 : 1;
        bool isRepeat = Race.IsRepeat(trial);
        if (_isSeveral ? _trials.Front.Contains(trial) : trial.IsEligible && !isRepeat && (_best is null || _direction.IsBetter(trial.Value, _best.Value)))
        {
            _best = _isSeveral ? _trials.Best : trial;
            _sinceBest = 0;
        }
        else
        {
            _sinceBest += isExtra || isRepeat ? 0 : 1;
        }
    }

    public StopReason? Check()
    {
        if (_trials.HasRemeasures())
        {
            return null;
        }

        if (_options.Target is double target && Best is { } best && !_direction.IsBetter(target, best.Value))
        {
            return StopReason.Target;
        }

        if (_finished >= _control.Trials)
        {
            return StopReason.Trials;
        }

        if (_trials.AreStagesOver())
        {
            return StopReason.Timeout;
        }

        if (_options.Patience is int patience && _sinceBest >= patience)
        {
            return StopReason.Patience;
        }

        return _options.StopAtNoise && _finished > _before && _finished % NoiseEvery == 0 && _trials.IsRegretBelowNoise() ? StopReason.Noise : null;
    }

    public bool MayStart(int running) => _finished + running < _control.Trials || _trials.HasRemeasures();

    public StudyProgress Progress(TrialRecord trial)
    {
        TimeSpan elapsed = _options.Clock.GetElapsedTime(_started);
        int done = _finished - _before;
        TimeSpan? remaining = done > 0 ? elapsed / done * (_control.Trials - _finished) : null;
        return new StudyProgress(trial, Best, _finished, _control.Trials, elapsed, remaining);
    }
}
