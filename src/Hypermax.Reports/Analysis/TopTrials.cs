using Hypermax.Charts.Kinds;
using Hypermax.Reports;

namespace Hypermax.Analysis;

/// <summary>Picks rows of the complete trials.</summary>
internal static class TopTrials
{
    private const int MostDrawn = 50_000;
    private const int BestDrawn = 100;

    /// <summary>Gets the rows that have all of the parameters, in trial order.</summary>
    public static int[] RowsWith(StudyData data, params ReadOnlySpan<int> parameters)
    {
        bool[] lacks = new bool[data.Complete.Count];
        int count = lacks.Length;
        foreach (int parameter in parameters)
        {
            ReadOnlySpan<double> values = data.ParameterColumn(parameter).Values;
            for (int row = 0; row < lacks.Length; row++)
            {
                if (double.IsNaN(values[row]) && !lacks[row])
                {
                    lacks[row] = true;
                    count--;
                }
            }
        }

        int[] rows = new int[count];
        for (int row = 0, at = 0; at < count; row++)
        {
            if (!lacks[row])
            {
                rows[at++] = row;
            }
        }

        return rows;
    }

    /// <summary>Gets the rows that charts of single trials draw: all, or of very many the best hundred and evenly many of the others, in trial order.</summary>
    /// <remarks>More dots than a picture has room for say nothing more; means and matrices are of all trials.</remarks>
    public static int[] Drawn(StudyData data, int[] rows)
    {
        if (rows.Length <= MostDrawn)
        {
            return rows;
        }

        int step = (rows.Length + MostDrawn - 1) / MostDrawn;
        HashSet<int> best = [.. InOrder(rows, data.RowsByLoss).Take(BestDrawn)];
        return [.. rows.Where((row, index) => index % step == 0 || best.Contains(row))];
    }

    /// <summary>Gets evenly many of very many items, else all.</summary>
    public static IReadOnlyList<T> Evenly<T>(IReadOnlyList<T> items, int most = MostDrawn)
    {
        int step = (items.Count + most - 1) / most;
        return step <= 1 ? items : [.. items.Where((_, index) => index % step == 0 || index == items.Count - 1)];
    }

    /// <summary>Says that not all rows are drawn, or nothing when they are.</summary>
    public static string? DrawnNote(int[] drawn, int[] rows) => drawn.Length == rows.Length
        ? null
        : $"drawn are the best {BestDrawn} and {Notes.Count(drawn.Length - BestDrawn, "other")} of {Notes.Count(rows.Length, "trial")}";

    /// <summary>Gets the best share of the rows by a measure, at least one, in their order before; of equals the earlier.</summary>
    public static int[] Best(int[] rows, Measure measure, double share)
    {
        int[] best = [.. InOrder(rows, measure.Order).Take(Math.Max(1, (int)Math.Ceiling(rows.Length * share)))];
        Array.Sort(best);
        return best;
    }

    /// <summary>Puts rows into an order of all rows.</summary>
    public static IEnumerable<int> InOrder(int[] rows, IReadOnlyList<int> order)
    {
        if (rows.Length == order.Count)
        {
            return order;
        }

        bool[] wanted = new bool[order.Count];
        foreach (int row in rows)
        {
            wanted[row] = true;
        }

        return order.Where(row => wanted[row]);
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
