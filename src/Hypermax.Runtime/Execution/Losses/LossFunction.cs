namespace Hypermax.Execution.Losses;

/// <summary>Makes the loss of a finished trial from its value, its metrics and what it used.</summary>
/// <remarks>Pure: the same outcome and time give the same loss. Immutable and safe to share between threads.</remarks>
internal sealed class LossFunction
{
    private readonly LossOptions _options;

    /// <summary>Creates a loss function.</summary>
    /// <param name="options">What counts, and how much.</param>
    /// <exception cref="ArgumentException">There are no parts, or a weight is 0 or not finite.</exception>
    public LossFunction(LossOptions options)
    {
        if (options.Parts.Count == 0)
        {
            throw new ArgumentException("A loss needs at least one part. Leave Parts out for the value of the objective alone.", nameof(options));
        }

        foreach (MetricLoss part in options.Parts.Where(part => part.Weight == 0 || !double.IsFinite(part.Weight)))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The part '{part.Name}' of the loss has weight {part.Weight}; a weight is a finite number other than 0. ")
                + "Leave the part out if it should not count.",
                nameof(options));
        }

        _options = options;
    }

    /// <summary>Replaces the value of a complete trial by its loss; other outcomes pass unchanged.</summary>
    /// <remarks>The original value is kept as the metric <c>value.raw</c>, and what was charged as <c>penalty.time</c>, <c>penalty.memory</c> and
    /// <c>penalty.cpu</c>, so that both stand side by side in tables.</remarks>
    /// <param name="outcome">The outcome.</param>
    /// <param name="duration">The measured wall time.</param>
    /// <returns>The outcome with its loss, or a failure of kind <see cref="FailureKind.BadResult"/> when a metric is missing.</returns>
    public TrialOutcome Apply(TrialOutcome outcome, TimeSpan duration)
    {
        if (outcome.State != TrialState.Complete)
        {
            return outcome;
        }

        double loss = 0;
        foreach (MetricLoss part in _options.Parts)
        {
            double value = outcome.Value;
            if (part.Name != MetricLoss.ObjectiveValue && !outcome.Metrics.TryGetValue(part.Name, out value))
            {
                return outcome with
                {
                    State = TrialState.Failed,
                    Value = double.NaN,
                    Failure = FailureKind.BadResult,
                    Message = $"The trial gave no metric '{part.Name}', which is part of the loss; "
                        + $"it gave {(outcome.Metrics.Count == 0 ? "none" : string.Join(", ", outcome.Metrics.Keys.Order(StringComparer.Ordinal)))}. "
                        + "Set it in the objective, or take it out of the loss.",
                };
            }

            loss += part.Weight * (part.Asymptote?.Of(value) ?? value);
        }

        Dictionary<string, double> metrics = new(outcome.Metrics, StringComparer.Ordinal);
        if (!double.IsNaN(outcome.Value))
        {
            metrics["value.raw"] = outcome.Value;
        }

        double penalties =
            Charge(metrics, "time", _options.Time, outcome.Metrics.TryGetValue("time", out double own) ? own : duration.TotalSeconds)
            + Charge(metrics, "memory", _options.Memory, outcome.Usage?.PeakBytes ?? 0)
            + Charge(metrics, "cpu", _options.Cpu, outcome.Usage?.CpuSeconds ?? 0);
        TrialOutcome judged = TrialOutcome.Of(_options.Direction.Worsen(loss, penalties));
        return outcome with { State = judged.State, Failure = judged.Failure, Message = judged.Message, Value = judged.Value, Metrics = metrics };
    }

    private static double Charge(Dictionary<string, double> metrics, string name, ResourcePenalty? penalty, double used)
    {
        if (penalty is null)
        {
            return 0;
        }

        double charged = penalty.Of(double.IsNaN(used) ? 0 : used);
        metrics["penalty." + name] = charged;
        return charged;
    }
}
