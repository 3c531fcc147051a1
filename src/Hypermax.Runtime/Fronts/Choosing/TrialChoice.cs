using System.Globalization;
using Hypermax.Storage;

namespace Hypermax.Fronts.Choosing;

/// <summary>A trial by its number, on the front or not; it must have completed and keep its constraints.</summary>
/// <param name="number">The number.</param>
internal sealed class TrialChoice(int number) : FrontChoice
{
    public override string Text => number.ToString(CultureInfo.InvariantCulture);

    public override TrialRecord Of(IReadOnlyList<TrialRecord> front, StudyHeader study, IReadOnlyList<TrialRecord> trials)
    {
        TrialRecord? trial = trials.FirstOrDefault(candidate => candidate.Number == number);
        string? fault = trial switch
        {
            null => string.Create(CultureInfo.InvariantCulture, $"there is no trial {number}"),
            { IsComplete: false } => string.Create(CultureInfo.InvariantCulture, $"trial {number} did not complete"),
            { IsFeasible: false } => string.Create(
                CultureInfo.InvariantCulture,
                $"trial {number} is infeasible: {trial.Constraints.First(constraint => !constraint.IsKept).Name} is "
                + $"{trial.Constraints.First(constraint => !constraint.IsKept).Value:G6}"),
            { IsEligible: false } => string.Create(CultureInfo.InvariantCulture, $"trial {number} no longer counts"),
            _ => null,
        };
        return fault is null
            ? trial!
            : throw new ChoiceException($"{fault}; the trials of the front are {string.Join(", ", front.Select(other => other.Number))}");
    }
}
