using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Atpe.Choosing;

/// <summary>Estimates how much of the losses' spread is noise: the nugget of their variogram.</summary>
/// <remarks>
/// Half the squared difference of two losses, as ranks so that no outlier decides, is a line over the squared distance of
/// their points; where it meets distance zero is what points in the same place would differ by (Matheron 1963). Taken over
/// the closest pairs of the youngest trials. Cost: constant in the number of trials.
/// </remarks>
internal sealed class NoiseShare(RankedTrials trials)
{
    private const int MostTrials = 64;
    private const int FewestTrials = 8;
    private const double ClosestPairs = 0.25;

    private readonly List<int> _rows = [];
    private readonly double[] _units = new double[MostTrials * trials.Geometry.Count];

    /// <summary>Gets the estimate.</summary>
    /// <returns>From 0 for losses that the place alone decides to 1 for noise alone; 1 where there are too few trials to tell.</returns>
    public double Estimate()
    {
        ReadYoungest();
        int count = _rows.Count;
        if (count < FewestTrials)
        {
            return 1;
        }

        double[] ranks = Ranks();
        double[] distances = new double[count * (count - 1) / 2];
        double[] differences = new double[distances.Length];
        int pair = 0;
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double difference = ranks[i] - ranks[j];
                distances[pair] = Distance(i, j);
                differences[pair] = 0.5 * difference * difference;
                total += differences[pair++];
            }
        }

        Array.Sort(distances, differences);
        double mean = total / pair;
        return mean > 0 ? Math.Clamp(Intercept(distances, differences, Math.Max(FewestTrials, (int)(ClosestPairs * pair))) / mean, 0, 1) : 1;
    }

    private void ReadYoungest()
    {
        _rows.Clear();
        TrialHistory history = trials.History;
        for (int row = history.Count - 1; row >= 0 && _rows.Count < MostTrials; row--)
        {
            if (trials.IsValid(row))
            {
                _rows.Add(row);
            }
        }

        Dimension[] dimensions = trials.Geometry.Dimensions;
        for (int i = 0; i < _rows.Count; i++)
        {
            for (int d = 0; d < dimensions.Length; d++)
            {
                double value = history.Column(d)[_rows[i]];
                _units[(i * dimensions.Length) + d] = double.IsNaN(value) || dimensions[d].IsCategorical ? value : dimensions[d].ToUnit(value);
            }
        }
    }

    private double[] Ranks()
    {
        double[] losses = [.. _rows.Select(row => trials.History.Losses[row])];
        double[] sorted = [.. losses.Order()];
        return Array.ConvertAll(losses, loss => 0.5 * (FirstNotBelow(sorted, loss) + FirstNotBelow(sorted, Math.BitIncrement(loss))));
    }

    private static int FirstNotBelow(double[] sorted, double value)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Another choice, and a parameter that only one of the two has, count as the whole range.
    private double Distance(int left, int right)
    {
        int count = trials.Geometry.Count;
        double sum = 0;
        for (int d = 0; d < count; d++)
        {
            double difference = _units[(left * count) + d] - _units[(right * count) + d];
            bool isOther = trials.Geometry.Dimensions[d].IsCategorical ? difference != 0 : double.IsNaN(difference);
            bool isNowhere = double.IsNaN(_units[(left * count) + d]) && double.IsNaN(_units[(right * count) + d]);
            sum += isNowhere ? 0 : isOther ? 1 : difference * difference;
        }

        return sum;
    }

    private static double Intercept(double[] distances, double[] differences, int count)
    {
        count = Math.Min(count, distances.Length);
        (double meanX, double meanY) = (distances.AsSpan(0, count).ToArray().Average(), differences.AsSpan(0, count).ToArray().Average());
        (double products, double squares) = (0, 0);
        for (int i = 0; i < count; i++)
        {
            products += (distances[i] - meanX) * (differences[i] - meanY);
            squares += (distances[i] - meanX) * (distances[i] - meanX);
        }

        return squares > 0 ? meanY - (Math.Max(0, products / squares) * meanX) : meanY;
    }
}
