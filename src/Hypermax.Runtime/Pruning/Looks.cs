namespace Hypermax.Pruning;

/// <summary>When a pruner looks at a trial again.</summary>
internal static class Looks
{
    /// <summary>Tells whether the newest report is the first one since the last step at which the pruner was to look.</summary>
    /// <param name="curve">The reports of the trial.</param>
    /// <param name="warmup">The step of the first look.</param>
    /// <param name="interval">How many steps lie between two looks.</param>
    public static bool IsDue(LearningCurve curve, int warmup, int interval)
    {
        long step = curve.Steps[^1];
        if (step < warmup)
        {
            return false;
        }

        long due = ((step - warmup) / interval * interval) + warmup;
        return curve.Count < 2 || curve.Steps[^2] < due;
    }
}
