namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The training points: coordinates by column, and the squared distance of every pair in every coordinate.</summary>
/// <remarks>Pairs stand in packed lower rows, (i, j ≤ i) at i(i+1)/2 + j, so points are only ever appended.</remarks>
internal sealed class GpData
{
    private readonly GpFeatures _features;
    private int _capacity;

    public GpData(GpFeatures features)
    {
        _features = features;
        Columns = new double[features.Count][];
        Distances = new double[features.Count][];
        Linear = new double[features.Count][];
        Curved = new double[features.Count][];
        for (int f = 0; f < features.Count; f++)
        {
            (Columns[f], Distances[f], Linear[f], Curved[f]) = ([], [], [], []);
        }
    }

    /// <summary>Gets how points become coordinates.</summary>
    public GpFeatures Features => _features;

    /// <summary>Gets the number of points.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the coordinates, one array for each.</summary>
    public double[][] Columns { get; }

    /// <summary>Gets the squared distances of pairs, one packed array for each coordinate.</summary>
    public double[][] Distances { get; }

    /// <summary>Gets the linear terms of the trend; 0 where inactive, unused for choices.</summary>
    public double[][] Linear { get; }

    /// <summary>Gets the curved terms of the trend; 0 where inactive, unused for choices.</summary>
    public double[][] Curved { get; }

    /// <summary>Gets the kernel of the trend with unit variance, packed like the distances.</summary>
    public double[] Trend { get; private set; } = [];

    /// <summary>Gets or sets the variance that the loss of each point has beside the noise, standardised; of points beyond its end none.</summary>
    public double[] Doubts { get; set; } = [];

    /// <summary>Gets which coordinates are compared for equality.</summary>
    public bool[] IsHamming => _features.IsHamming;

    /// <summary>Gets the number of pairs among the first points, each with itself included.</summary>
    public static int Pairs(int points) => points * (points + 1) / 2;

    /// <summary>Adds a point.</summary>
    public void Add(double[] vector)
    {
        Span<double> row = stackalloc double[_features.Count];
        _features.Write(vector, row);
        Grow(Count + 1);
        int start = Pairs(Count);
        Span<double> trend = Trend.AsSpan(start, Count + 1);
        trend.Clear();
        double share = 1.0 / Math.Max(1, row.Length);
        for (int f = 0; f < row.Length; f++)
        {
            double[] column = Columns[f];
            double[] distances = Distances[f];
            bool isActive = row[f] != GpFeatures.Inactive;
            double value = IsHamming[f] ? row[f] : Place(row[f]);
            column[Count] = value;
            if (IsHamming[f])
            {
                for (int j = 0; j <= Count; j++)
                {
                    bool isSame = column[j] == value;
                    distances[start + j] = isSame ? 0 : 1;
                    trend[j] += isSame && isActive ? share : 0;
                }
            }
            else
            {
                for (int j = 0; j <= Count; j++)
                {
                    double difference = column[j] - value;
                    distances[start + j] = difference * difference;
                }

                Linear[f][Count] = isActive ? GpTrend.Linear(value) : 0;
                Curved[f][Count] = isActive ? GpTrend.Curved(value) : 0;
                Numerics.LaneMath.AddScaled(trend, share * Linear[f][Count], Linear[f]);
                Numerics.LaneMath.AddScaled(trend, share * Curved[f][Count], Curved[f]);
            }
        }

        Count++;
    }

    /// <summary>Gets the variance that the loss of a point has beside the noise.</summary>
    public double DoubtOf(int point) => point < Doubts.Length ? Doubts[point] : 0;

    /// <summary>Gets where a numeric coordinate stands when distances are measured: one half where it is inactive.</summary>
    public static double Place(double feature) => feature == GpFeatures.Inactive ? 0.5 : feature;

    /// <summary>Forgets the points from an index on.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    private void Grow(int count)
    {
        if (count <= _capacity)
        {
            return;
        }

        _capacity = Math.Max(64, Math.Max(count, _capacity * 3 / 2));
        for (int f = 0; f < Columns.Length; f++)
        {
            Array.Resize(ref Columns[f], _capacity);
            Array.Resize(ref Distances[f], Pairs(_capacity));
            Array.Resize(ref Linear[f], _capacity);
            Array.Resize(ref Curved[f], _capacity);
        }

        double[] grown = new double[Pairs(_capacity)];
        Trend.CopyTo(grown, 0);
        Trend = grown;
    }
}
