using Hypermax.Trials;

namespace Hypermax.Sampling.Tpe;

/// <summary>The points of a history on the coordinates that kernels are placed on, row by row.</summary>
internal sealed class CoordinateRows
{
    private double[] _data = [];
    private double[] _cells = [];

    public CoordinateRows(TpeDimension[] dimensions) => Dimensions = dimensions;

    public TpeDimension[] Dimensions { get; }

    public int Count { get; private set; }

    public double this[int row, int dimension] => _data[(row * Dimensions.Length) + dimension];

    /// <summary>Gets the width of the cell that the row's value owns on its grid.</summary>
    public double CellWidth(int row, int dimension) => _cells[(row * Dimensions.Length) + dimension];

    public void Update(TrialHistory history)
    {
        int before = Count;
        Resize(history.Count);
        for (int d = 0; d < Dimensions.Length; d++)
        {
            ReadOnlySpan<double> column = history.Column(d);
            for (int row = before; row < Count; row++)
            {
                Set(row, d, column[row]);
            }
        }
    }

    public void Add(ReadOnlySpan<double> vector)
    {
        Resize(Count + 1);
        for (int d = 0; d < Dimensions.Length; d++)
        {
            Set(Count - 1, d, vector[d]);
        }
    }

    public void Truncate(int count) => Count = count;

    private void Set(int row, int dimension, double value)
    {
        int index = (row * Dimensions.Length) + dimension;
        _data[index] = Dimensions[dimension].Coordinate(value);
        _cells[index] = double.IsNaN(value) ? 0 : Dimensions[dimension].CellWidth(value);
    }

    private void Resize(int count)
    {
        Count = count;
        if (count * Dimensions.Length > _data.Length)
        {
            int room = Math.Max(count * Dimensions.Length, Math.Max(16 * Dimensions.Length, _data.Length * 2));
            Array.Resize(ref _data, room);
            Array.Resize(ref _cells, room);
        }
    }
}
