using System.Globalization;
using Hypermax.Storage;

namespace Hypermax.Fronts.Choosing;

/// <summary>The best of those trials of the front that keep limits: by the one objective without a limit, else the knee of what is left.</summary>
/// <param name="limits">The limits, by the index of the objective; at least one.</param>
internal sealed class LimitChoice(IReadOnlyList<(int Objective, OutcomeConstraint Limit)> limits) : FrontChoice
{
    public override string Text => string.Join(" and ", limits.Select(limit => limit.Limit.ToString()));

    public override TrialRecord Of(IReadOnlyList<TrialRecord> front, StudyHeader study, IReadOnlyList<TrialRecord> trials)
    {
        TrialRecord[] kept = [.. front.Where(trial => limits.All(limit => limit.Limit.ViolationOf(trial.Values[limit.Objective]) <= 0))];
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
        (int objective, OutcomeConstraint limit) = limits.FirstOrDefault(
            limit => front.All(trial => limit.Limit.ViolationOf(trial.Values[limit.Objective]) > 0), limits[0]);
        TrialRecord nearest = front[Least(front.Count, row => limit.ViolationOf(front[row].Values[objective]))];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"no trial of the front keeps {Text}; nearest is trial {nearest.Number} with {limit.Name} {nearest.Values[objective]:G6}");
    }
}
