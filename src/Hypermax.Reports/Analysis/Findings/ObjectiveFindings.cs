using System.Globalization;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Finds where the code that decides the loss changed, so that values on both sides may not be comparable.</summary>
internal static class ObjectiveFindings
{
    public static IEnumerable<Finding> Find(StudyData data)
    {
        if (data.Seams.Count == 0)
        {
            yield break;
        }

        int apart = data.Finished.Count(trial => trial.IsSetApart);
        string seams = string.Join(", ", data.Seams.Select(trial => trial.ToString(CultureInfo.InvariantCulture)));
        string count = apart > 0
            ? string.Create(
                CultureInfo.InvariantCulture, $"{apart} trials of the code before are set apart: they count neither as best nor in what follows here.")
            : "The trials of both sides share one study.";
        bool isOld = data.Best is { } best && best.Objective != data.Finished[^1].Objective;
        string? whose = isOld ? string.Create(CultureInfo.InvariantCulture, $" The best, trial {data.Best!.Number}, was evaluated by the code before.") : null;
        yield return new Finding(
            FindingKind.ObjectiveChanged,
            $"What decides the loss changed: from trial {seams} on values are of other code.",
            count + whose,
            isOld ? "Its value may be out of reach now: begin afresh (HypertuneForce), or enqueue its point to see what it is worth." : null);
    }
}
