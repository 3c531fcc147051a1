using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>The running trials that nobody runs any more: each is run again, so often as the options say.</summary>
internal sealed class Orphanage(IStudyStore store, StudyOptions options)
{
    private readonly Queue<int> _waiting = new();
    private int _read;

    public bool HasAny()
    {
        for (; _read < store.Orphans.Count; _read++)
        {
            _waiting.Enqueue(store.Orphans[_read]);
        }

        // Another process may have been faster.
        while (_waiting.TryPeek(out int next) && !store.IsHeld(next))
        {
            _waiting.Dequeue();
        }

        return _waiting.Count > 0;
    }

    /// <summary>Gets the next trial to run again, as it begins anew; those that were lost too often are recorded as failed.</summary>
    /// <param name="propose">Proposes the point of a trial anew, or null when every point has been tried.</param>
    public TrialRecord? Next(Func<int, TrialRecord?> propose)
    {
        while (HasAny())
        {
            TrialRecord orphan = store.Trials[_waiting.Dequeue()];
            if (orphan.IsLost)
            {
                // What its proposal depended on is still there, so it is proposed again.
                if (propose(orphan.Number) is { } again)
                {
                    return again;
                }

                GiveUp(orphan, "The records of this trial are damaged, and every point of the space has been tried.");
                continue;
            }

            if (orphan.Retries < options.OrphanRetries)
            {
                return orphan with { Started = options.Clock.GetUtcNow(), Retries = orphan.Retries + 1 };
            }

            GiveUp(
                orphan,
                FormattableString.Invariant(
                    $"The process that ran the trial died, {orphan.Retries + 1} times in a row. Look at its log, or raise OrphanRetries."));
        }

        return null;
    }

    private void GiveUp(TrialRecord orphan, string why) =>
        store.Finish(orphan with { State = TrialState.Failed, Outcome = TrialOutcome.Fail(FailureKind.Orphaned, why) });
}
