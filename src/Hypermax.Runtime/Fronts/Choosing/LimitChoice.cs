using System.Globalization;
using Hypermax.Storage;

namespace Hypermax.Fronts.Choosing;

/// <summary>The best of those trials of the front that keep limits: by the one objective without a limit, else the knee of what is left.</summary>
/// <param name="limits">The limits, by the index of the objective or <see cref="OfConstraint"/>; at least one.</param>
internal sealed class LimitChoice(IReadOnlyList<(int Objective, OutcomeConstraint Limit)> limits) : FrontChoice
{
    /// <summary>What stands in the place of the index where a limit is about the figure of a constraint, known by its name.</summary>
    public const int OfConstraint = -1;

    public override string Text => string.Join(" and ", limits.Select(limit => limit.Limit.ToString()));

    public override TrialRecord Of(IReadOnlyList<TrialRecord> front, StudyHeader study, IReadOnlyList<TrialRecord> trials)
    {
        TrialRecord[] kept = [.. front.Where(trial => limits.All(limit => limit.Limit.ViolationOf(FigureOf(trial, limit)) <= 0))];
        if (kept.Length == 0)
        {
            throw new ChoiceException(Explain(front));
        }

        int[] free = [.. Enumerable.Range(0, study.Directions.Count).Where(objective => limits.All(limit => limit.Objective != objective))];
        return free is [var only]
            ? kept[Least(kept.Length, row => study.Directions[only].ToLoss(kept[row].Values[only]))]
            : kept[Fronts.Knee.Of(LossTable.Of(kept, study.Directions))];
    }

    // The trial that is nearest to the limit which is broken most, in parts of its own size.
    private string Explain(IReadOnlyList<TrialRecord> front)
    {
        (int Objective, OutcomeConstraint Limit) broken = limits.FirstOrDefault(
            limit => !front.Any(trial => limit.Limit.ViolationOf(FigureOf(trial, limit)) <= 0), limits[0]);
        TrialRecord nearest = front[Least(front.Count, row => broken.Limit.ViolationOf(FigureOf(front[row], broken)))];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"no trial of the front keeps {Text}; nearest is trial {nearest.Number} with {broken.Limit.Name} {FigureOf(nearest, broken):G6}");
    }

    // A constraint that a trial was not told keeps no limit.
    private static double FigureOf(TrialRecord trial, (int Objective, OutcomeConstraint Limit) limit) => limit.Objective == OfConstraint
        ? trial.Constraints.FirstOrDefault(value => value.Name == limit.Limit.Name)?.Value ?? double.NaN
        : trial.Values[limit.Objective];
}
