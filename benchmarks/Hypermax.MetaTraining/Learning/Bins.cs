namespace Hypermax.MetaTraining.Learning;

/// <summary>The inputs of all rows as small whole numbers, so that a split is found by counting.</summary>
internal sealed class Bins
{
    private const int Most = 64;

    /// <summary>Bins the columns of some rows.</summary>
    /// <param name="rows">A value for each input; NaN where it is missing, which makes a bin of its own.</param>
    public Bins(double[][] rows)
    {
        int inputs = rows[0].Length;
        Edges = new double[inputs][];
        Codes = new byte[inputs][];
        for (int f = 0; f < inputs; f++)
        {
            double[] values = [.. rows.Select(row => row[f]).Where(v => !double.IsNaN(v)).Order()];
            Edges[f] = values.Length == 0 ? []
                : [.. Enumerable.Range(1, Most - 1).Select(k => Middle(values, k)).Distinct().Where(edge => values[0] <= edge && edge < values[^1])];
            Codes[f] = [.. rows.Select(row => Code(Edges[f], row[f]))];
        }
    }

    /// <summary>The code of a missing value.</summary>
    public const byte Missing = byte.MaxValue;

    /// <summary>Gets for each input the largest value of each bin but the last.</summary>
    public double[][] Edges { get; }

    /// <summary>Gets for each input the bin of each row.</summary>
    public byte[][] Codes { get; }

    private static byte Code(double[] edges, double value)
    {
        if (double.IsNaN(value))
        {
            return Missing;
        }

        int code = Array.BinarySearch(edges, value);
        return (byte)(code < 0 ? ~code : code);
    }

    // Halfway between two neighbours, so that a value between them in another history goes to the nearer one.
    private static double Middle(double[] sorted, int k)
    {
        int at = (int)((long)k * (sorted.Length - 1) / Most);
        int next = at;
        while (next < sorted.Length - 1 && sorted[next] == sorted[at])
        {
            next++;
        }

        return sorted[at] + ((sorted[next] - sorted[at]) / 2);
    }
}
