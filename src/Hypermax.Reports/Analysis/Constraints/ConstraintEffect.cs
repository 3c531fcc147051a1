using Hypermax.Reports;

namespace Hypermax.Analysis.Constraints;

/// <summary>What a constraint costs, as far as the trials tell.</summary>
internal sealed class ConstraintEffect
{
    private ConstraintEffect(OutcomeConstraint constraint, int kept, int broken, IReadOnlyList<IReadOnlyList<Relaxation>> relaxations) =>
        (Constraint, Kept, Broken, Relaxations) = (constraint, kept, broken, relaxations);

    /// <summary>Gets the constraint.</summary>
    public OutcomeConstraint Constraint { get; }

    /// <summary>Gets how many complete trials keep it.</summary>
    public int Kept { get; }

    /// <summary>Gets how many complete trials break it.</summary>
    public int Broken { get; }

    /// <summary>Gets for each objective what moving the bound would give, step by step: each step is the smallest move for a better value.</summary>
    /// <remarks>Only trials that keep all other constraints count; none, where no such trial is better than the best feasible one.</remarks>
    public IReadOnlyList<IReadOnlyList<Relaxation>> Relaxations { get; }

    /// <summary>Gets whether the best would be better without the constraint.</summary>
    public bool Binds => Relaxations.Any(steps => steps.Count > 0);

    /// <summary>Measures the constraints of a study, in their order.</summary>
    public static IReadOnlyList<ConstraintEffect> Of(StudyData data) => [.. data.Constraints.Select(name => Of(data, name))];

    private static ConstraintEffect Of(StudyData data, string name)
    {
        (TrialRecord Trial, ConstraintValue Value)[] known =
        [
            .. from trial in data.Complete
               let value = trial.Constraints.FirstOrDefault(value => value.Name == name)
               where value is not null
               select (trial, value),
        ];
        OutcomeConstraint constraint = data.Header.Constraints.FirstOrDefault(declared => declared.Name == name) ?? known[^1].Value.Constraint;
        (TrialRecord Trial, ConstraintValue Value)[] broken = [.. known.Where(one => !one.Value.IsKept)];
        (TrialRecord Trial, ConstraintValue Value)[] alone =
        [
            .. broken.Where(one => one.Trial.Constraints.All(value => value.Name == name || value.IsKept)).OrderBy(one => one.Value.Violation),
        ];
        return new ConstraintEffect(
            constraint,
            known.Length - broken.Length,
            broken.Length,
            [.. Enumerable.Range(0, data.Header.Directions.Count).Select(objective => Steps(data, objective, alone))]);
    }

    private static List<Relaxation> Steps(StudyData data, int objective, IEnumerable<(TrialRecord Trial, ConstraintValue Value)> broken)
    {
        Direction direction = data.Header.Directions[objective];
        IEnumerable<double> losses = data.Complete.Where(trial => trial.IsFeasible && objective < trial.Values.Count)
            .Select(trial => direction.ToLoss(trial.Values[objective]));
        double best = losses.DefaultIfEmpty(double.PositiveInfinity).Min();
        List<Relaxation> steps = [];
        foreach ((TrialRecord trial, ConstraintValue value) in broken.Where(one => objective < one.Trial.Values.Count))
        {
            double loss = direction.ToLoss(trial.Values[objective]);
            if (loss < best)
            {
                best = loss;
                steps.Add(new Relaxation(value.Violation, Moved(value), trial.Values[objective], trial));
            }
        }

        return steps;
    }

    private static OutcomeConstraint Moved(ConstraintValue value) => value.Value > value.Constraint.AtMost
        ? value.Constraint with { AtMost = value.Value }
        : value.Constraint with { AtLeast = value.Value };
}
