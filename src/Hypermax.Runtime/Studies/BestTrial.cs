using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>The best complete trial of a store, kept up as trials finish: the one with the smallest number of equals.</summary>
internal sealed class BestTrial(IStudyStore store, Direction direction)
{
    private TrialRecord? _best;
    private int _read;
    private int _changes;

    public TrialRecord? Current()
    {
        if (_changes != store.Changes.Count)
        {
            // A change may have set trials apart.
            (_best, _read, _changes) = (null, 0, store.Changes.Count);
        }

        for (; _read < store.Finished.Count; _read++)
        {
            TrialRecord trial = store.Trials[store.Finished[_read]];
            if (trial.IsComplete
                && !trial.IsSetApart
                && (_best is null || direction.IsBetter(trial.Value, _best.Value) || (trial.Value == _best.Value && trial.Number < _best.Number)))
            {
                _best = trial;
            }
        }

        return _best;
    }
}
