using System.Globalization;

namespace Hypermax.Pruning;

/// <summary>Stops a trial when another one for the same steps is likelier to become the best, from how reports have related to final losses.</summary>
/// <remarks>
/// <para>Learns how far to trust an early report: where those of complete trials tell their final losses, it stops early and often; where they mislead,
/// a trial is as likely to win as any other and goes on. Where few trials have come to their end, it lets one go on whatever it forecasts, so that it
/// learns from more than those that looked good. Ours; see docs/algorithms/pruners.md.</para>
/// <para>Immutable; safe to share. Cost of a verdict: linear in the complete trials.</para>
/// </remarks>
public sealed record ForecastPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "forecast";

    /// <summary>Gets below what part of a fresh trial's chance, for the steps that are left, a trial is stopped.</summary>
    /// <value>From 0 to 1; the default is 0.5. 0 never stops anything.</value>
    public double Threshold { get; init; } = 0.5;

    /// <summary>Gets how many complete trials must have reported at the step before one is stopped there.</summary>
    /// <value>3 or above; the default is 4.</value>
    public int MinTrials { get; init; } = 4;

    /// <summary>Gets what share of the trials so far must be complete before another one is stopped.</summary>
    /// <value>From 0 to 1; the default is 0.1.</value>
    public double MinShare { get; init; } = 0.1;

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context)
    {
        CurveHistory history = context.History;
        if (history.Best is not { } best || history.CompleteCount < MinShare * (history.Count + 1))
        {
            return null;
        }

        if (double.IsNaN(context.Loss))
        {
            return FormattableString.Invariant($"its report at step {context.Step} is no number");
        }

        FinalForecast forecast = FinalForecast.From(history, context.Step);
        if (forecast.Count < MinTrials)
        {
            return null;
        }

        (double chance, double fresh) = Chances(forecast, history, context.Step, context.Loss, best.FinalLoss);
        return chance < Threshold * fresh && forecast.IsKnown(context.Loss) && !Leaders.AreCondemned(history, context.Step, IsHopeless)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"after {context.Words(context.Loss)} at step {context.Step} it becomes better than the best, {context.Words(best.FinalLoss)}, ")
                + $"with probability {Text(chance)}, and another trial for the same steps with {Text(fresh)}, "
                + FormattableString.Invariant($"as {forecast.Count} complete trials went on")
            : null;
    }

    // What the rule would have said of a complete trial, had the others been known.
    private bool IsHopeless(CurveHistory history, long step, int row, double loss, double bestOfOthers)
    {
        FinalForecast forecast = FinalForecast.From(history, step, without: row);
        (double chance, double fresh) = Chances(forecast, history, step, loss, bestOfOthers);
        return chance < Threshold * fresh;
    }

    private static (double Chance, double Fresh) Chances(FinalForecast forecast, CurveHistory history, long step, double loss, double best)
    {
        double rest = Math.Max(0, 1 - ((double)step / history.FirstComplete!.Steps[^1]));
        return (forecast.ProbabilityBelow(best, loss), forecast.ProbabilityBelow(best) * rest);
    }

    private static string Text(double probability) =>
        probability < 0.0001 ? "below 0.0001" : probability.ToString("0.00##", CultureInfo.InvariantCulture);
}
