using System.Globalization;
using Hypermax.Analysis.Constraints;
using Hypermax.Charts.Scales;
using Hypermax.Errors;
using Hypermax.Reports;
using Hypermax.Trials;

namespace Hypermax.Analysis.Findings;

/// <summary>Says which constraints cost something, what moving their bounds would give, and when nothing keeps them all.</summary>
internal static class ConstraintFindings
{
    public static IEnumerable<Finding> Find(StudyData data)
    {
        IReadOnlyList<TrialRecord> infeasible = data.Infeasible;
        if (infeasible.Count == 0)
        {
            return [];
        }

        IReadOnlyList<ConstraintEffect> effects = ConstraintEffect.Of(data);
        return infeasible.Count == data.Complete.Count
            ? [Nothing(infeasible, effects)]
            : effects.Where(effect => effect.Binds).Select(effect => Binding(data, effect));
    }

    private static Finding Nothing(IReadOnlyList<TrialRecord> infeasible, IReadOnlyList<ConstraintEffect> effects)
    {
        ConstraintScales scales = ConstraintScales.Of(infeasible);
        TrialRecord nearest = infeasible.MinBy(trial => scales.SumOf(trial.Constraints))!;
        string broken = string.Join(
            ", ",
            nearest.Constraints.Where(value => !value.IsKept).Select(value => $"{value.Name} is {NumberText.Short(value.Value)} ({value.Constraint})"));
        string counts = string.Join("; ", effects.Select(effect => string.Create(
            CultureInfo.InvariantCulture, $"{effect.Constraint} is kept by {effect.Kept} of {effect.Kept + effect.Broken}")));
        return new Finding(
            FindingKind.NothingFeasible,
            $"No trial keeps all constraints, so there is no best: {Counted.Of(infeasible.Count, "complete trial")} broke one or more.",
            string.Create(CultureInfo.InvariantCulture, $"{counts}. Trial {nearest.Number} comes nearest: {broken}."),
            "Search longer, widen the space to where the constraints can be kept, or relax them.");
    }

    private static Finding Binding(StudyData data, ConstraintEffect effect)
    {
        int objective = Enumerable.Range(0, effect.Relaxations.Count).First(i => effect.Relaxations[i].Count > 0);
        IReadOnlyList<Relaxation> steps = effect.Relaxations[objective];
        (Relaxation first, Relaxation last) = (steps[0], steps[^1]);
        string name = data.Header.ObjectiveName(objective);
        string further = steps.Count > 1
            ? string.Create(CultureInfo.InvariantCulture, $"; {BoundText.Of(last.Bound)} would give {NumberText.Short(last.Value)} (trial {last.Trial.Number})")
            : string.Empty;
        return new Finding(
            FindingKind.ConstraintBinds,
            $"The constraint {effect.Constraint} costs {name}.",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The best {name} that keeps it is {NumberText.Short(BestOf(data, objective))}; with {BoundText.Of(first.Bound)} it would be ")
                + string.Create(CultureInfo.InvariantCulture, $"{NumberText.Short(first.Value)} (trial {first.Trial.Number}){further}. ")
                + string.Create(CultureInfo.InvariantCulture, $"{effect.Broken} of {Counted.Of(effect.Kept + effect.Broken, "trial")} break it."),
            $"If {effect.Constraint.Name} may be worse by {NumberText.Short(first.By)}, relax the bound and search again.");
    }

    private static double BestOf(StudyData data, int objective)
    {
        Direction direction = data.Header.Directions[objective];
        return direction.ToValue(data.Complete.Where(trial => trial.IsFeasible).Min(trial => direction.ToLoss(trial.Values[objective])));
    }
}
