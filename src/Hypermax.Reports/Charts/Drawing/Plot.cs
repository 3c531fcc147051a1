using Hypermax.Charts.Scales;

namespace Hypermax.Charts.Drawing;

/// <summary>Where the layers of a chart are drawn, and how values become places there.</summary>
internal sealed class Plot
{
    private readonly AxisScale _x;
    private readonly AxisScale _y;

    public Plot(Box box, Axis x, Axis y)
    {
        Box = box;
        _x = new AxisScale(x);
        _y = new AxisScale(y);
    }

    public Box Box { get; }

    public double X(double value) => Box.X + (_x.ToUnit(value) * Box.Width);

    public double Y(double value) => Box.Bottom - (_y.ToUnit(value) * Box.Height);

    public Place At(double x, double y) => new(X(x), Y(y));
}
