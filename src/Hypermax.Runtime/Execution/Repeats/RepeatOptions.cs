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
    public void Validate()
    {
        if (Times < 1 || Leaders < 0 || (Leaders > 0 && LeaderTimes <= Times))
        {
            throw new ArgumentException(FormattableString.Invariant($"Points are repeated {Times} times and {Leaders} leaders {LeaderTimes} times; Times must be above 0, Leaders not below 0, and LeaderTimes above Times where there are leaders. Correct the numbers."));
        }
    }
}
