namespace Hypermax.Fronts;

/// <summary>The front of points in two losses and the area below a reference point that it dominates, kept up as points are added.</summary>
internal sealed class Staircase(double right, double top)
{
    // Rising in the first loss, falling in the second.
    private readonly List<(double X, double Y)> _steps = [];

    /// <summary>Gets the area.</summary>
    public double Area { get; private set; }

    /// <summary>Adds a point; one that others dominate changes nothing.</summary>
    public void Add(double x, double y)
    {
        if (x >= right || y >= top)
        {
            return;
        }

        int place = PlaceOf(x);
        if ((place > 0 && _steps[place - 1].Y <= y) || (place < _steps.Count && _steps[place].X == x && _steps[place].Y <= y))
        {
            return;
        }

        double ceiling = place > 0 ? _steps[place - 1].Y : top;
        int end = place;
        for (double from = x; ; end++)
        {
            bool isLast = end == _steps.Count || _steps[end].Y < y;
            double to = end == _steps.Count ? right : _steps[end].X;
            Area += (to - from) * (ceiling - y);
            if (isLast)
            {
                break;
            }

            (from, ceiling) = (_steps[end].X, _steps[end].Y);
        }

        _steps.RemoveRange(place, end - place);
        _steps.Insert(place, (x, y));
    }

    // The first step that does not lie to the left of x.
    private int PlaceOf(double x)
    {
        int low = 0;
        int high = _steps.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _steps[middle].X < x ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
