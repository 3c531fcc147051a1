using System.Globalization;

namespace Hypermax.Pruning;

/// <summary>Stops a trial once its best report has stood still for too long.</summary>
/// <remarks>
/// <para>Early stopping as training loops have it. Compares a trial only with itself, so it works from the first trial of a study on and needs no history.
/// What it stops is not bad but finished: its last report is its value, and samplers take it as that of a stopped trial.</para>
/// <para>Immutable; safe to share. Cost of a verdict: one pass over the reports of the trial.</para>
/// </remarks>
public sealed record CooldownPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "cooldown";

    /// <summary>Gets the number of consecutive reports without improvement after which a trial is stopped.</summary>
    /// <value>Above 0; the default is 10. Counted in reports, not in steps: a trial that reports every 5 steps cools down over 50 steps.</value>
    public int Patience { get; init; } = 10;

    /// <summary>Gets by how much a report must be better than the best before to be an improvement.</summary>
    /// <value>0 or above; the default is 0.</value>
    public double MinDelta { get; init; }

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context)
    {
        double best = double.PositiveInfinity;
        int still = 0;
        foreach (double loss in context.Curve.Losses)
        {
            bool isBetter = loss < best - MinDelta || (double.IsPositiveInfinity(best) && !double.IsNaN(loss));
            still = isBetter ? 0 : still + 1;
            best = isBetter ? loss : best;
        }

        return still >= Patience
            ? string.Create(CultureInfo.InvariantCulture, $"its last {still} reports until step {context.Step} are not better than {context.Words(best)}")
            : null;
    }
}
