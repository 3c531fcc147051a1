using Hypermax.Reports;

namespace Hypermax.Analysis;

/// <summary>Picks rows of the complete trials.</summary>
internal static class TopTrials
{
    /// <summary>Gets the rows that have all of the parameters, in trial order.</summary>
    public static int[] RowsWith(StudyData data, params ReadOnlySpan<int> parameters)
    {
        List<int> rows = new(data.Complete.Count);
        for (int row = 0; row < data.Complete.Count; row++)
        {
            bool hasAll = true;
            foreach (int parameter in parameters)
            {
                hasAll &= !double.IsNaN(data.Complete[row].Vector[parameter]);
            }

            if (hasAll)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    /// <summary>Gets the best share of the rows by a key, at least one, in their order before; of equals the earlier.</summary>
    public static int[] Best(int[] rows, IReadOnlyList<double> key, double share)
    {
        int count = Math.Max(1, (int)Math.Ceiling(rows.Length * share));
        int[] best = [.. rows.OrderBy(row => key[row]).ThenBy(row => row).Take(count)];
        Array.Sort(best);
        return best;
    }
}
