namespace Hypermax.Spaces.Relations;

/// <summary>The points that were tried, as their relations bind them: many free coordinates may meet in one.</summary>
/// <remarks>Not safe to share between threads.</remarks>
internal sealed class BoundPoints(SpaceGeometry geometry)
{
    // What is nearer than this part of a law is one point: a member at its bound is there but for errors of rounding.
    private const double Resolution = 1e-7;

    private readonly HashSet<Point> _cells = [];

    public void Add(Point point) => _cells.Add(CellOf(point.Vector));

    public bool Contains(double[] vector) => _cells.Contains(CellOf(vector));

    public bool IsSame(double[] one, double[] other) => CellOf(one).Equals(CellOf(other));

    private Point CellOf(double[] vector)
    {
        double[] cell = [.. vector];
        for (int i = 0; i < cell.Length; i++)
        {
            if (!double.IsNaN(cell[i]) && geometry.Dimensions[i].IsContinuous)
            {
                cell[i] = Math.Round(geometry.Dimensions[i].ToUnit(cell[i]) / Resolution) + 0.0;
            }
        }

        return Point.Owning(cell);
    }
}
