namespace Hypermax.Pruning;

/// <summary>Successive halving in several brackets at once, from one that stops early and often to one that never stops anybody.</summary>
/// <remarks>
/// <para>Hyperband (Li et al. 2018, Algorithm 1) in the form of Optuna's <c>HyperbandPruner</c>: a trial belongs to one bracket, drawn by its number with
/// the bracket's share of trials, and competes there alone. See docs/algorithms/pruners.md.</para>
/// <para>Immutable; safe to share. Cost of a verdict: linear in the trials that reached the rung.</para>
/// </remarks>
public sealed record HyperbandPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "hyperband";

    /// <summary>Gets the step of the lowest rung of all.</summary>
    /// <value>Above 0; the default is 1.</value>
    public int MinResource { get; init; } = 1;

    /// <summary>Gets the step at which a trial is complete.</summary>
    /// <value>Above <see cref="MinResource"/>. By default null: that of the first complete trial; before that, nothing is stopped.</value>
    public int? MaxResource { get; init; }

    /// <summary>Gets by what factor the steps of one rung exceed those of the one below, and of how many trials at a rung one goes on.</summary>
    /// <value>2 or above; the default is 3.</value>
    public int Reduction { get; init; } = 3;

    /// <summary>Gets how many trials must have reached a rung before any trial goes beyond it.</summary>
    /// <value>0 or above; the default is 0. While there are fewer, each one is stopped there.</value>
    public int Bootstrap { get; init; }

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context)
    {
        // A trial that counts its steps from 0 has as many as the last one says and one more.
        long? most = MaxResource ?? context.History.FirstComplete?.Steps[^1] + 1;
        if (most is not { } last || last <= MinResource)
        {
            return null;
        }

        Brackets brackets = new(MinResource, last, Reduction);
        int own = brackets.Of(context, context.Curve.Number);
        string? reason = new Rungs(MinResource, Reduction, own, Bootstrap).FindReason(context, number => brackets.Of(context, number) == own);
        return reason is null ? null : FormattableString.Invariant($"{reason} of bracket {own}");
    }
}
