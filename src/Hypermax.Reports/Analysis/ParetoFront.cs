using Hypermax.Reports;

namespace Hypermax.Analysis;

/// <summary>Finds the trials that no other trial beats in every objective.</summary>
internal static class ParetoFront
{
    /// <summary>Gets the complete trials of a study that have a value for each of several objectives, and the rows of those on the front.</summary>
    /// <param name="data">The study.</param>
    internal static (IReadOnlyList<TrialRecord> Trials, IReadOnlySet<int> Front) Of(StudyData data)
    {
        IReadOnlyList<Direction> directions = data.Header.Directions;
        TrialRecord[] trials = directions.Count < 2
            ? []
            : [.. data.Complete.Where(trial => trial.Outcome!.Values is { } values && values.Count == directions.Count)];
        double Loss(TrialRecord trial, int objective) => directions[objective].ToLoss(trial.Outcome!.Values![objective]);
        return (
            trials, Of([.. trials.Select(trial => (IReadOnlyList<double>)[.. Enumerable.Range(0, directions.Count).Select(i => Loss(trial, i))])]).ToHashSet());
    }

    /// <summary>Gets the rows of the front in rising order; rows with the same values are all on it.</summary>
    /// <param name="losses">For each row its losses, all to be minimised; NaN is never on the front.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<IReadOnlyList<double>> losses)
    {
        int[] order = [.. Enumerable.Range(0, losses.Count).Where(row => losses[row].All(double.IsFinite))];
        Array.Sort(order, (a, b) => Compare(losses[a], losses[b]));
        List<int> front = [];
        foreach (int row in order)
        {
            // Sorted by the first objective, only rows before can beat this one.
            if (!front.Exists(other => Beats(losses[other], losses[row])))
            {
                front.Add(row);
            }
        }

        front.Sort();
        return front;
    }

    private static bool Beats(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        bool isBetter = false;
        for (int i = 0; i < a.Count; i++)
        {
            if (a[i] > b[i])
            {
                return false;
            }

            isBetter |= a[i] < b[i];
        }

        return isBetter;
    }

    private static int Compare(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        for (int i = 0; i < a.Count; i++)
        {
            int order = a[i].CompareTo(b[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
