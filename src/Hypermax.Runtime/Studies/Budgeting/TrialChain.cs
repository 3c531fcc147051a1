using Hypermax.Pruning;

namespace Hypermax.Studies.Budgeting;

/// <summary>A point and all the trials that ran it, each up to a larger budget than the one it continued.</summary>
internal static class TrialChain
{
    /// <summary>Makes the curve of a finished trial, with what those reported that it continues.</summary>
    public static LearningCurve CurveOf(IReadOnlyList<TrialRecord> trials, TrialRecord trial, Direction direction)
    {
        LearningCurve curve = LearningCurve.Of(trial, direction);
        AddEarlier(curve, trials, trial, direction);
        return curve;
    }

    /// <summary>Adds to the curve of a trial what those reported that it continues, up to where it began itself.</summary>
    public static void AddEarlier(LearningCurve curve, IReadOnlyList<TrialRecord> trials, TrialRecord trial, Direction direction)
    {
        for (TrialRecord later = trial; later.Budget?.Continues is int number && number < later.Number; later = trials[number])
        {
            long first = curve.Count > 0 ? curve.Steps[0] : long.MaxValue;
            foreach (TrialReport report in (trials[number].Outcome?.Reports ?? []).Where(report => report.Step < first))
            {
                curve.Add(report.Step, direction.ToLoss(report.Value));
            }
        }
    }
}
