namespace Hypermax.Pruning;

/// <summary>Lets only the best part of the trials that reached a rung go on to the next one, which lies a factor further; nobody waits for others.</summary>
/// <remarks>
/// <para>Asynchronous successive halving (Li et al. 2020, "A system for massively parallel hyperparameter tuning", Algorithm 2) in the form that stops
/// instead of pausing, as Optuna's <c>SuccessiveHalvingPruner</c>; see docs/algorithms/pruners.md.</para>
/// <para>Immutable; safe to share. Cost of a verdict: linear in the trials that reached the rung.</para>
/// </remarks>
public sealed record AshaPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "asha";

    /// <summary>Gets the step of the lowest rung.</summary>
    /// <value>Above 0. By default null: a hundredth of the steps of the first complete trial, 1 at least; before that, nothing is stopped.</value>
    public int? MinResource { get; init; }

    /// <summary>Gets by what factor the steps of one rung exceed those of the one below, and of how many trials at a rung one goes on.</summary>
    /// <value>2 or above; the default is 4.</value>
    public int Reduction { get; init; } = 4;

    /// <summary>Gets how many of the lowest rungs are left out.</summary>
    /// <value>0 or above; the default is 0.</value>
    public int SkippedRungs { get; init; }

    /// <summary>Gets how many trials must have reached a rung before any trial goes beyond it.</summary>
    /// <value>0 or above; the default is 0. While there are fewer, each one is stopped there.</value>
    public int Bootstrap { get; init; }

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context)
    {
        int? lowest = MinResource ?? LowestOf(context.History);
        return lowest is { } step ? new Rungs(step, Reduction, SkippedRungs, Bootstrap).FindReason(context, static _ => true) : null;
    }

    private static int? LowestOf(CurveHistory history) =>
        history.FirstComplete is { } first ? (int)Math.Clamp(first.Steps[^1] / 100, 1, int.MaxValue) : null;
}
