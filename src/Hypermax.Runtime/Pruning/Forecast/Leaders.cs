namespace Hypermax.Pruning;

/// <summary>Asks the leaders of a study whether a rule that looks at early reports can be trusted: it cannot where it would have stopped them.</summary>
internal static class Leaders
{
    private const int Least = 3;
    private const int Most = 8;

    /// <summary>Tells whether the rule would have stopped a third of the best trials, or more, at a step.</summary>
    /// <param name="history">The curves.</param>
    /// <param name="step">The step.</param>
    /// <param name="isHopeless">Given the history, the step, the row of a trial, its loss there and the best final loss of the others, tells whether the rule
    /// would have stopped it.</param>
    public static bool AreCondemned(CurveHistory history, long step, Func<CurveHistory, long, int, double, double, bool> isHopeless)
    {
        CurveColumn column = history.From(step);
        List<(double Final, int Row, double Loss)> complete = [];
        for (int i = 0; i < column.Rows.Length; i++)
        {
            LearningCurve curve = history[column.Rows[i]];
            if (curve.IsComplete && double.IsFinite(column.Losses[i]))
            {
                complete.Add((curve.FinalLoss, column.Rows[i], column.Losses[i]));
            }
        }

        int leaders = Math.Min(Most, (complete.Count + 3) / 4);
        if (leaders < Least)
        {
            return false;
        }

        complete.Sort();
        int condemned = 0;
        for (int i = 0; i < leaders; i++)
        {
            (_, int row, double loss) = complete[i];
            condemned += isHopeless(history, step, row, loss, complete[i == 0 ? 1 : 0].Final) ? 1 : 0;
        }

        return 3 * condemned >= leaders;
    }
}
