using Hypermax.Numerics;
using Hypermax.Pruning;

namespace Hypermax.Budgets;

/// <summary>All that a schedule may know when it decides about a trial.</summary>
public sealed class ScheduleContext
{
    /// <summary>Gets the budgets of the study.</summary>
    public required Fidelity Fidelity { get; init; }

    /// <summary>Gets the earlier trials of the schedule by number.</summary>
    /// <value>In a search that repeats, those whose outcome must not be known yet count as running.</value>
    public required IReadOnlyList<ScheduledTrial> Trials { get; init; }

    /// <summary>Gets the curves of the finished trials, a continued one with what it reported before, in the order that the study's mode defines.</summary>
    public required CurveHistory Curves { get; init; }

    /// <summary>Gets the number of the trial to decide about.</summary>
    public required int TrialNumber { get; init; }

    /// <summary>Gets the number of trials the study is planned to have.</summary>
    public int PlannedTrials { get; init; } = int.MaxValue;

    /// <summary>Gets whether there may be new points; false once every point of a finite space has been tried.</summary>
    public bool MayStart { get; init; } = true;

    /// <summary>Gets the seed of the study; draw from <see cref="Stream"/>.</summary>
    public required long Seed { get; init; }

    /// <summary>Makes the stream of this trial's random draws for a purpose.</summary>
    /// <param name="purpose">What the draws are for; a schedule uses its own name as prefix.</param>
    public SeedStream Stream(string purpose) => new(Seed, TrialNumber, purpose);

    /// <summary>Draws whether a new point comes from the laws of the space.</summary>
    /// <param name="schedule">The name of the schedule that asks.</param>
    /// <param name="share">How likely it is.</param>
    internal bool IsAtRandom(string schedule, double share) => share > 0 && Stream(schedule + "/random").NextDouble() < share;
}
