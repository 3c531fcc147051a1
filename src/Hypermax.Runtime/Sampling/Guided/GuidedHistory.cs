using Hypermax.Trials;

namespace Hypermax.Sampling.Guided;

/// <summary>Histories that guidance has taken trials out of.</summary>
internal static class GuidedHistory
{
    public static TrialHistory Filter(SamplerContext context, Guidance guidance)
    {
        TrialHistory history = context.History;
        int dropped = (int)(history.Count * guidance.FilterPercentile / 100);
        if (guidance.Filter == GuidanceFilter.None || dropped == 0)
        {
            return history;
        }

        HashSet<int> rows = guidance.Filter == GuidanceFilter.Age
            ? [.. Enumerable.Range(0, dropped)]
            : [.. WorstFirst(history).Take(dropped)];
        return Copy(history, context.Geometry.Count, row => !rows.Contains(row));
    }

    public static TrialHistory From(TrialHistory history, int parameters, int firstTrial)
    {
        int[] numbers = [.. history.Numbers];
        return Copy(history, parameters, row => numbers[row] >= firstTrial);
    }

    private static IEnumerable<int> WorstFirst(TrialHistory history)
    {
        double[] losses = [.. history.Losses];
        return Enumerable.Range(0, losses.Length)
            .OrderByDescending(row => double.IsNaN(losses[row]) ? double.PositiveInfinity : losses[row])
            .ThenBy(row => row);
    }

    private static TrialHistory Copy(TrialHistory history, int parameters, Func<int, bool> keep)
    {
        TrialHistory copy = new(parameters, history.ObjectiveCount);
        double[] vector = new double[parameters];
        double[] losses = new double[history.ObjectiveCount];
        for (int row = 0; row < history.Count; row++)
        {
            if (keep(row))
            {
                history.CopyRow(row, vector);
                history.CopyLosses(row, losses);
                copy.Add(history.Numbers[row], vector, losses, history.ConstraintsOf(row), history.States[row]);
            }
        }

        return copy;
    }
}
