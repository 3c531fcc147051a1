using Hypermax.Fronts;
using Hypermax.Storage;
using Hypermax.Studies.Racing;

namespace Hypermax.Studies;

/// <summary>The best trial and the front of a store, kept up as trials finish.</summary>
/// <remarks>
/// Only complete and feasible trials that are not set apart count. Where leading points were raced, the best is the first trial at the point that leads,
/// with the mean of its values.
/// </remarks>
internal sealed class Leaders(IStudyStore store, StudyHeader header)
{
    private readonly List<TrialRecord> _front = [];
    private TrialRecord? _best;
    private RaceStandings? _race;
    private IReadOnlyList<TrialRecord>? _snapshot;
    private int _read;
    private int _changes;

    /// <summary>Gets the trial with the best value, that with the smallest number of equals; with several objectives the knee of the front.</summary>
    public TrialRecord? Best()
    {
        Update();
        if (header.Directions.Count > 1 && _best is null && _front.Count > 0)
        {
            IReadOnlyList<TrialRecord> front = Front();
            _best = front[Knee.Of(LossTable.Of(front, header.Directions))];
        }

        return _race is { Points.Count: > 0 } ? _race.Ranked()[0].ToTrial(header.Directions[0]) : _best;
    }

    /// <summary>Gets the trials that none dominates, by number; with one objective the best alone.</summary>
    public IReadOnlyList<TrialRecord> Front()
    {
        Update();
        return header.Directions.Count == 1
            ? Best() is { } best ? [best] : []
            : _snapshot ??= [.. _front.OrderBy(trial => trial.Number)];
    }

    private void Update()
    {
        if (_changes != store.Changes.Count)
        {
            // A change may have set trials apart.
            _front.Clear();
            (_best, _race, _snapshot, _read, _changes) = (null, null, null, 0, store.Changes.Count);
        }

        for (; _read < store.Finished.Count; _read++)
        {
            TrialRecord trial = store.Trials[store.Finished[_read]];
            AddToRace(trial);
            if (!trial.IsEligible)
            {
                continue;
            }

            if (header.Directions.Count > 1)
            {
                AddToFront(trial);
            }
            else if (_best is null
                || header.Directions[0].IsBetter(trial.Value, _best.Value) || (trial.Value == _best.Value && trial.Number < _best.Number))
            {
                _best = trial;
            }
        }
    }

    private void AddToRace(TrialRecord trial)
    {
        if (Race.IsRepeat(trial))
        {
            _race ??= RaceStandings.Of(store.Finished.Take(_read).Select(number => store.Trials[number]), header.Directions[0]);
        }

        _race?.Add(trial);
    }

    private void AddToFront(TrialRecord trial)
    {
        if (trial.Values.Count != header.Directions.Count || _front.Exists(other => Dominates(other, trial)))
        {
            return;
        }

        _front.RemoveAll(other => Dominates(trial, other));
        _front.Add(trial);
        (_best, _snapshot) = (null, null);
    }

    private bool Dominates(TrialRecord trial, TrialRecord other)
    {
        bool isBetter = false;
        for (int i = 0; i < header.Directions.Count; i++)
        {
            if (header.Directions[i].IsBetter(other.Values[i], trial.Values[i]))
            {
                return false;
            }

            isBetter |= header.Directions[i].IsBetter(trial.Values[i], other.Values[i]);
        }

        return isBetter;
    }
}
