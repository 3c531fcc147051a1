using System.Globalization;

namespace Hypermax.Pruning;

/// <summary>The rungs of successive halving: the steps at which a trial must be among the best to go on.</summary>
/// <param name="lowest">The step of the lowest rung.</param>
/// <param name="reduction">The factor between two rungs.</param>
/// <param name="skipped">How many rungs are left out at the bottom.</param>
/// <param name="bootstrap">How many trials a rung must have seen before one goes beyond it.</param>
internal readonly struct Rungs(long lowest, int reduction, int skipped, int bootstrap)
{
    /// <summary>Judges a trial at every rung that its newest report is the first to reach.</summary>
    /// <param name="context">What is known.</param>
    /// <param name="competes">Tells by number which trials it competes with.</param>
    public string? FindReason(PrunerContext context, Func<int, bool> competes)
    {
        long before = context.Curve.Count < 2 ? -1 : context.Curve.Steps[^2];
        double rung = lowest * Math.Pow(reduction, skipped);
        for (; rung <= context.Step; rung *= reduction)
        {
            if (rung > before && Judge(context, (long)rung, competes) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private string? Judge(PrunerContext context, long rung, Func<int, bool> competes)
    {
        double loss = context.Loss;
        if (double.IsNaN(loss))
        {
            return FormattableString.Invariant($"its report at step {context.Step} is no number");
        }

        (int others, int better) = Count(context, rung, loss, competes);
        int all = others + 1;
        int kept = Math.Max(1, all / reduction);
        if (all > bootstrap && better < kept)
        {
            return null;
        }

        string words = string.Create(
            CultureInfo.InvariantCulture, $"{context.Words(loss)} at step {context.Step} is place {better + 1} of {all} at the rung of step {rung}");
        return all <= bootstrap
            ? words + FormattableString.Invariant($", which nobody leaves before {bootstrap + 1} trials have come there")
            : words + FormattableString.Invariant($", where {kept} may go on");
    }

    private static (int Others, int Better) Count(PrunerContext context, long rung, double loss, Func<int, bool> competes)
    {
        (int others, int better) = (0, 0);
        CurveColumn column = context.History.From(rung);
        for (int i = 0; i < column.Rows.Length; i++)
        {
            if (!double.IsNaN(column.Losses[i]) && competes(context.History[column.Rows[i]].Number))
            {
                others++;
                better += column.Losses[i] < loss ? 1 : 0;
            }
        }

        foreach (LearningCurve curve in context.Running)
        {
            if (curve.From(rung) is >= 0 and int place && !double.IsNaN(curve.Losses[place]) && competes(curve.Number))
            {
                others++;
                better += curve.Losses[place] < loss ? 1 : 0;
            }
        }

        return (others, better);
    }
}
