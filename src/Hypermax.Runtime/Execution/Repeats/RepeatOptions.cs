using Hypermax.Settings;

namespace Hypermax.Execution.Repeats;

/// <summary>How often a point is evaluated before its value counts.</summary>
public sealed record RepeatOptions
{
    /// <summary>Gets how often every point is evaluated, each time with another seed. By default once.</summary>
    /// <value>Above 0.</value>
    public int Times { get; init; } = 1;

    /// <summary>Gets how many of the best points so far are evaluated more often, to confirm them. By default 0: none.</summary>
    /// <remarks>Which points these are depends on the order in which trials end, so a search with several workers does not repeat exactly.</remarks>
    public int Leaders { get; init; }

    /// <summary>Gets how often a leader is evaluated in all. By default five times.</summary>
    /// <value>Above <see cref="Times"/> where <see cref="Leaders"/> is above 0.</value>
    public int LeaderTimes { get; init; } = 5;

    /// <summary>Gets which values are better. By default smaller ones.</summary>
    public Direction Direction { get; init; }

    /// <summary>Checks that the numbers fit together.</summary>
    /// <exception cref="ArgumentException">They contradict each other.</exception>
    internal void Validate()
    {
        Violations found = new();
        Check(found);
        found.ThrowIfAny("repeated trials");
    }

    internal void Check(Violations found)
    {
        found.Require(Times >= 1, nameof(Times), Times, "must be above 0");
        found.Require(Leaders >= 0, nameof(Leaders), Leaders, "must not be below 0");
        found.Require(
            Leaders <= 0 || LeaderTimes > Times,
            nameof(LeaderTimes),
            LeaderTimes,
            FormattableString.Invariant($"must be above '{found.Name(nameof(Times))}' ({Times}), or nothing would be confirmed"),
            "Raise it.");
    }
}
