namespace Hypermax.Execution.Repeats;

/// <summary>The metrics that say how sure the mean of repeated evaluations is.</summary>
internal static class RepeatMetrics
{
    /// <summary>The sample standard deviation of the values.</summary>
    public const string Spread = "value.spread";

    /// <summary>How many values there are.</summary>
    public const string Times = "repeats";
}
