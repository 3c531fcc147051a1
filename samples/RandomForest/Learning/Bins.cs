namespace RandomForest.Learning;

/// <summary>Cuts measurements into bins that hold about equally many training cases, so that splits need no sorting.</summary>
public sealed class Bins
{
    private readonly double[][] _edges;

    private Bins(double[][] edges) => _edges = edges;

    /// <summary>Chooses the edges from the training cases.</summary>
    /// <param name="table">The training cases.</param>
    /// <param name="most">The largest number of bins a measurement may have; at most 256.</param>
    public static Bins Learn(Table table, int most) => new([.. table.Columns.Select(column => Edges(column, most))]);

    /// <summary>Replaces every measurement by its bin.</summary>
    /// <param name="table">Any cases with the same measurements.</param>
    /// <returns>Bins[feature][case].</returns>
    public byte[][] Apply(Table table) =>
        [.. table.Columns.Select((column, feature) => column.Select(value => BinOf(_edges[feature], value)).ToArray())];

    // An edge lies halfway between two neighbouring values; equal values never fall into different bins.
    private static double[] Edges(double[] column, int most)
    {
        double[] sorted = [.. column.Order()];
        List<double> edges = [];
        for (int bin = 1; bin < most; bin++)
        {
            int place = bin * sorted.Length / most;
            if (place > 0 && sorted[place - 1] < sorted[place])
            {
                edges.Add((sorted[place - 1] + sorted[place]) / 2);
            }
        }

        return [.. edges.Distinct()];
    }

    private static byte BinOf(double[] edges, double value)
    {
        int place = Array.BinarySearch(edges, value);
        return (byte)(place >= 0 ? place : ~place);
    }
}
