using Hypermax.Errors;
using Hypermax.Execution.Losses;

namespace Hypermax.Execution.Figures;

/// <summary>The named objectives and constraints of a study: what an outcome does not say of them itself is looked up among its metrics.</summary>
/// <remarks>Pure, immutable and safe to share between threads.</remarks>
/// <param name="objectives">The names of the objectives; empty for one without a name.</param>
/// <param name="constraints">The declared constraints.</param>
internal sealed class TrialFigures(IReadOnlyList<string> objectives, IReadOnlyList<OutcomeConstraint> constraints)
{
    /// <summary>Gets whether outcomes pass as they are.</summary>
    public bool IsEmpty => objectives.Count == 0 && constraints.Count == 0;

    /// <summary>Completes an outcome.</summary>
    /// <param name="outcome">The outcome; other than complete ones pass unchanged.</param>
    /// <returns>The outcome with a value for each objective and constraint, or a failure of kind <see cref="FailureKind.BadResult"/>.</returns>
    public TrialOutcome Apply(TrialOutcome outcome)
    {
        if (outcome.State != TrialState.Complete)
        {
            return outcome;
        }

        List<string> missing = [];
        double[] values = outcome.Values is { } own && own.Count == objectives.Count
            ? [.. own]
            : [.. objectives.Select((name, i) => Figure(outcome, name) ?? (i == 0 && objectives.Count == 1 ? outcome.Value : Miss(name)))];
        ConstraintValue[] kept =
        [
            .. outcome.Constraints,
            .. constraints.Where(declared => outcome.Constraints.All(constraint => constraint.Name != declared.Name))
                .Select(declared => new ConstraintValue(declared, Figure(outcome, declared.Name) ?? OfObjective(declared.Name) ?? Miss(declared.Name))),
        ];
        if (missing.Count > 0)
        {
            return Fail(outcome, missing[0]);
        }

        if (values.Length == 0)
        {
            return outcome with { Constraints = kept };
        }

        TrialOutcome judged = TrialOutcome.Of(values);
        return outcome with
        {
            State = judged.State,
            Failure = judged.Failure,
            Message = judged.Message,
            Value = judged.Value,
            Values = judged.Values,
            Constraints = kept,
        };

        double Miss(string name)
        {
            missing.Add(name);
            return double.NaN;
        }

        double? OfObjective(string name) =>
            Enumerable.Range(0, values.Length).FirstOrDefault(i => objectives[i] == name, -1) is >= 0 and int found ? values[found] : null;
    }

    private static double? Figure(TrialOutcome outcome, string name) =>
        outcome.Metrics.TryGetValue(name, out double metric) ? metric
        : name is MetricLoss.ObjectiveValue or "loss" && !double.IsNaN(outcome.Value) ? outcome.Value
        : null;

    private static TrialOutcome Fail(TrialOutcome outcome, string name)
    {
        string[] given = [.. outcome.Metrics.Keys.Order(StringComparer.Ordinal)];
        string hint = NearestName.Of(name, given) is { } nearest ? $"Did you mean '{nearest}'?" : "Return it beside the others.";
        return outcome with
        {
            State = TrialState.Failed,
            Value = double.NaN,
            Values = null,
            Failure = FailureKind.BadResult,
            Message = $"The trial gave no figure '{name}', which the search needs; it gave {(given.Length == 0 ? "none" : string.Join(", ", given))}. {hint}",
        };
    }
}
