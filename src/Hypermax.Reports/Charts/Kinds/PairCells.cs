using System.Runtime.InteropServices;
using Hypermax.Analysis;
using Hypermax.Reports;
using Hypermax.Tables;

namespace Hypermax.Charts.Kinds;

/// <summary>The trials of a pair of parameters in a grid of buckets.</summary>
internal sealed class PairCells
{
    private const int MostBuckets = 10;

    private readonly List<double>?[] _keys;

    /// <summary>Sorts the trials that have both parameters into cells.</summary>
    public PairCells(StudyData data, int across, int up, Measure measure, double share)
    {
        (Data, Across, Up, Measure, Share) = (data, across, up, measure, share);
        int[] rows = TopTrials.RowsWith(data, across, up);
        rows = share < 1 ? TopTrials.Best(rows, measure, share) : rows;
        RowCount = rows.Length;
        double[] acrossValues = Values(data, across, rows);
        double[] upValues = Values(data, up, rows);
        X = Buckets.Of(data.Space.Parameters[across], acrossValues, MostBuckets);
        Y = Buckets.Of(data.Space.Parameters[up], upValues, MostBuckets);
        _keys = new List<double>[X.Count * Y.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            int cell = (Y.IndexOf(upValues[i]) * X.Count) + X.IndexOf(acrossValues[i]);
            (_keys[cell] ??= []).Add(measure.Key[rows[i]]);
        }
    }

    private PairCells(PairCells other)
    {
        (Data, Across, Up, Measure, Share) = (other.Data, other.Up, other.Across, other.Measure, other.Share);
        (RowCount, X, Y) = (other.RowCount, other.Y, other.X);
        _keys = new List<double>[other._keys.Length];
        for (int cell = 0; cell < _keys.Length; cell++)
        {
            _keys[cell] = other._keys[(cell % X.Count * other.X.Count) + (cell / X.Count)];
        }
    }

    public StudyData Data { get; }

    /// <summary>Gets the index of the parameter on the horizontal axis.</summary>
    public int Across { get; }

    /// <summary>Gets the index of the parameter on the vertical axis.</summary>
    public int Up { get; }

    public Measure Measure { get; }

    /// <summary>Gets which share of the trials is here, the best.</summary>
    public double Share { get; }

    public Buckets X { get; }

    public Buckets Y { get; }

    /// <summary>Gets the number of trials in the grid.</summary>
    public int RowCount { get; }

    /// <summary>Gets the same cells with the axes exchanged.</summary>
    public PairCells Transposed() => new(this);

    /// <summary>Gets the number of trials in a cell.</summary>
    public int CountIn(int cell) => _keys[cell]?.Count ?? 0;

    /// <summary>Reduces every cell; an empty one takes the mean of the nearest filled ones by distance on the grid.</summary>
    public double[] Reduce(Reduction reduction)
    {
        double[] cells = new double[_keys.Length];
        List<int> filled = [];
        for (int cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = _keys[cell] is { } keys ? Groups.Reduce(CollectionsMarshal.AsSpan(keys), reduction) : double.NaN;
            if (_keys[cell] is not null)
            {
                filled.Add(cell);
            }
        }

        for (int cell = 0; cell < cells.Length; cell++)
        {
            if (_keys[cell] is null)
            {
                cells[cell] = MeanOfNearest(cells, filled, cell);
            }
        }

        return cells;
    }

    /// <summary>Gets the columns of the edges of the cells, and of the buckets' labels where they stand for one value.</summary>
    public IEnumerable<Column> EdgeColumns(string across, string up)
    {
        int count = X.Count;
        yield return Labelled(across, X, cell => cell % count);
        yield return Labelled(up, Y, cell => cell / count);
        yield return new Column("x1", _keys.Select((_, cell) => X.Edges[cell % count]));
        yield return new Column("x2", _keys.Select((_, cell) => X.Edges[(cell % count) + 1]));
        yield return new Column("y1", _keys.Select((_, cell) => Y.Edges[cell / count]));
        yield return new Column("y2", _keys.Select((_, cell) => Y.Edges[(cell / count) + 1]));
        yield return new Column("trials", _keys.Select((_, cell) => (double)CountIn(cell)));
    }

    private static double[] Values(StudyData data, int parameter, int[] rows)
    {
        ReadOnlySpan<double> all = data.ParameterColumn(parameter).Values;
        double[] values = new double[rows.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = all[rows[i]];
        }

        return values;
    }

    private Column Labelled(string name, Buckets buckets, Func<int, int> place) => buckets.Labels is { } labels
        ? new Column(name, [.. Enumerable.Range(0, _keys.Length).Select(cell => (double)place(cell))], labels)
        : new Column(name, Enumerable.Range(0, _keys.Length).Select(cell => buckets.Middle(place(cell))));

    private double MeanOfNearest(double[] cells, List<int> filled, int cell)
    {
        int nearest = int.MaxValue;
        double sum = 0;
        int count = 0;
        foreach (int other in filled)
        {
            int dx = (other % X.Count) - (cell % X.Count);
            int dy = (other / X.Count) - (cell / X.Count);
            int distance = (dx * dx) + (dy * dy);
            if (distance < nearest)
            {
                (nearest, sum, count) = (distance, 0, 0);
            }

            if (distance == nearest)
            {
                sum += cells[other];
                count++;
            }
        }

        return sum / count;
    }
}
