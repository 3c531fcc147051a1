using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Trials;

namespace Hypermax.Studies.Staging;

/// <summary>Tells which stage a trial belongs to, and begins the next one when a stage is over; what it begins with is recorded in the store.</summary>
/// <remarks>
/// A stage that is over is not gone back to, whatever its budget becomes later. Called within a turn of the store.
/// </remarks>
/// <param name="store">Holds the trials.</param>
/// <param name="header">What the study is.</param>
/// <param name="geometry">The whole space.</param>
/// <param name="plans">The stages, one at least.</param>
/// <param name="clock">Measures the time of stages.</param>
internal sealed class StageDesk(
    IStudyStore store, StudyHeader header, SpaceGeometry geometry, IReadOnlyList<StagePlan> plans, TimeProvider clock)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _read;

    /// <summary>Gets whether the last stage has used up its time.</summary>
    public bool IsOver => Last() is { } turn && turn.Index == plans.Count - 1 && IsTimeUp(turn);

    /// <summary>Gets the stage of a trial; begins it where it is the trial's turn.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="history">The trials that its proposal may depend on.</param>
    public StageTurn At(int number, TrialHistory history)
    {
        if (number < store.Trials.Count && Last(number) is { } earlier)
        {
            return earlier;
        }

        StageTurn turn = Last() ?? Begin(FirstOpen(), number, history);
        while (turn.Index < plans.Count - 1 && (CountOf(turn) >= turn.Plan.Stage.Trials || IsTimeUp(turn)))
        {
            turn = Begin(turn.Index + 1, number, history);
        }

        return turn;
    }

    /// <summary>Begins the stage after one that has nothing more to propose; null after the last.</summary>
    public StageTurn? After(StageTurn turn, int number, TrialHistory history) =>
        turn.Index < plans.Count - 1 && number == store.Trials.Count ? Begin(turn.Index + 1, number, history) : null;

    /// <summary>Gets how many trials there are when a stage has its trials, or null where its time decides or it takes all that is left.</summary>
    public int? EndOf(StageTurn turn, int number) =>
        turn.Plan.Stage.Trials is int trials && CountOf(turn) < trials ? number + trials - CountOf(turn) : null;

    // Trials of a journal that was carried over to another space name their stage; what it began with has no meaning there.
    private int FirstOpen()
    {
        ReadCounts();
        return Enumerable.Range(0, plans.Count).LastOrDefault(i => _counts.ContainsKey(plans[i].Name));
    }

    private StageTurn? Last(int number = int.MaxValue)
    {
        for (int i = store.Changes.Count - 1; i >= 0; i--)
        {
            if (store.Changes[i] is { Stage: { } start } change && change.FromTrial <= number && IndexOf(start.Name) is >= 0 and int index)
            {
                return new StageTurn(index, plans[index], change.FromTrial, start);
            }
        }

        return null;
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < plans.Count; i++)
        {
            if (plans[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private StageTurn Begin(int index, int number, TrialHistory history)
    {
        StagePlan plan = plans[index];
        IReadOnlyList<TrialRecord> ranked = RankedTrials.Of(store, header, history);
        TrialRecord? best = RankedTrials.Best(store, header, history);
        TrialRecord[] looked = [.. ranked.Where(trial => plan.Stage.Narrow?.Of is not { } of || trial.Insight?.Stage == of)];
        StageStart start = new(plan.Name)
        {
            Best = best?.Number,
            Ranges = plan.Stage.Narrow is { } narrowing && looked.Length > 0
                ? BestRanges.Of(
                    geometry, [.. looked.Select(trial => trial.Point)], best!.Point, narrowing, i => plan.Searched is null || plan.Searched.Contains(i))
                : [],
        };
        store.Change(new StudyChange(number) { Stage = start });
        return new StageTurn(index, plan, number, start);
    }

    private int CountOf(StageTurn turn)
    {
        ReadCounts();
        return _counts.GetValueOrDefault(turn.Plan.Name);
    }

    private void ReadCounts()
    {
        for (; _read < store.Trials.Count; _read++)
        {
            if (store.Trials[_read].Insight?.Stage is { } stage)
            {
                _counts[stage] = _counts.GetValueOrDefault(stage) + 1;
            }
        }
    }

    // The time in which trials of the stage ran; what passes between two runs of a search costs nothing.
    private bool IsTimeUp(StageTurn turn)
    {
        if (turn.Plan.Stage.Timeout is not { } timeout)
        {
            return false;
        }

        TimeSpan spent = TimeSpan.Zero;
        DateTimeOffset until = DateTimeOffset.MinValue;
        foreach (TrialRecord trial in store.Trials.Where(trial => trial.Insight?.Stage == turn.Plan.Name).OrderBy(trial => trial.Started))
        {
            DateTimeOffset from = trial.Started > until ? trial.Started : until;
            DateTimeOffset to = trial.IsFinished ? trial.Started + trial.Duration : clock.GetUtcNow();
            if (to > from)
            {
                (spent, until) = (spent + (to - from), to);
            }
        }

        return spent >= timeout;
    }
}
