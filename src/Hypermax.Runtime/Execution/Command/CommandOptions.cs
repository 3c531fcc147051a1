using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Command;

/// <summary>How trials run as commands.</summary>
public sealed record CommandOptions
{
    /// <summary>Gets what a trial may use. By default everything.</summary>
    public TrialLimits Limits { get; init; } = TrialLimits.None;

    /// <summary>Gets how much of a trial's prints the log keeps from the beginning, in bytes; the end is kept too. By default 1 MiB.</summary>
    public long LogBytes { get; init; } = 1024 * 1024;

    /// <summary>Gets whether a result has a loss; where the loss is made of other metrics, these will do.</summary>
    internal bool NeedsLoss { get; init; } = true;

    /// <summary>Gets whether a number called <c>error</c> is a figure of the result, and no message about a failure.</summary>
    internal bool HasErrorFigure { get; init; }

    /// <summary>Gets the environment variables of each slot, such as a GPU number or a set of cores. By default none but <c>HYPERMAX_SLOT</c>.</summary>
    public Func<int, IReadOnlyDictionary<string, string?>>? SlotEnvironment { get; init; }
}
