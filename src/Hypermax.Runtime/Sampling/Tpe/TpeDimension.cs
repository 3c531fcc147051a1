using Hypermax.Spaces;

namespace Hypermax.Sampling.Tpe;

/// <summary>What the kernels of one parameter need to know of it.</summary>
internal sealed class TpeDimension
{
    /// <summary>Grids with more values than this are treated as continuous; their cells are narrower than any kernel.</summary>
    private const int MostLevels = 256;

    public TpeDimension(Dimension dimension)
    {
        Source = dimension;
        IsConditional = dimension.Parameter.Conditions.Count > 0;
        IsChoice = dimension.IsCategorical;
        if (dimension.LevelCount is > 0 and <= MostLevels || IsChoice)
        {
            Centres = new double[dimension.LevelCount];
            Widths = new double[dimension.LevelCount];
            for (int level = 0; level < dimension.LevelCount; level++)
            {
                (double low, double high) = dimension.Cell(dimension.LevelValue(level));
                Centres[level] = 0.5 * (low + high);
                Widths[level] = Math.Max(0, high - low);
            }
        }
    }

    public Dimension Source { get; }

    /// <summary>Gets whether the values are choices without an order.</summary>
    public bool IsChoice { get; }

    public bool IsConditional { get; }

    /// <summary>Gets the middles of the cells of a grid or choice; null for a continuous parameter or a very fine grid.</summary>
    public double[]? Centres { get; }

    /// <summary>Gets the widths of the cells: how likely each value is.</summary>
    public double[]? Widths { get; }

    public bool IsGrid => Centres is not null && !IsChoice;

    /// <summary>Gets the coordinate that kernels are placed on: the index of a choice, else the place in the unit interval.</summary>
    public double Coordinate(double value) => double.IsNaN(value) ? double.NaN : IsChoice ? value : Source.ToUnit(value);

    /// <summary>Gets the width of the cell around a place of a grid; 0 for a continuous parameter.</summary>
    public double CellWidth(double value) => IsGrid ? Widths![Source.LevelOf(value)] : 0;
}
