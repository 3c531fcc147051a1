namespace Hypermax.Charts.Drawing.Raster;

/// <summary>Turns lines and dots into outlines, all of the same sense, so that overlapping pieces count once.</summary>
internal static class Stroker
{
    private static readonly (double X, double Y)[] Circle =
        [.. Enumerable.Range(0, 24).Select(i => (Math.Cos(Math.Tau * i / 24), Math.Sin(Math.Tau * i / 24)))];

    /// <summary>Adds one straight piece of a line.</summary>
    public static void AddPiece(CoverageBuffer buffer, Place from, Place to, double width)
    {
        double dx = to.X - from.X;
        double dy = to.Y - from.Y;
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        if (!(length > 1e-9))
        {
            return;
        }

        double sideX = -dy / length * width / 2;
        double sideY = dx / length * width / 2;
        Quad(buffer, from.X + sideX, from.Y + sideY, from.X - sideX, from.Y - sideY, to.X - sideX, to.Y - sideY, to.X + sideX, to.Y + sideY);
    }

    /// <summary>Adds a disc.</summary>
    public static void AddDisc(CoverageBuffer buffer, Place centre, double radius)
    {
        for (int i = 0; i < Circle.Length; i++)
        {
            (double fromX, double fromY) = Circle[i];
            (double toX, double toY) = Circle[(i + 1) % Circle.Length];
            buffer.AddEdge(centre.X + (radius * fromX), centre.Y + (radius * fromY), centre.X + (radius * toX), centre.Y + (radius * toY));
        }
    }

    private static void Quad(CoverageBuffer buffer, double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy)
    {
        buffer.AddEdge(ax, ay, bx, by);
        buffer.AddEdge(bx, by, cx, cy);
        buffer.AddEdge(cx, cy, dx, dy);
        buffer.AddEdge(dx, dy, ax, ay);
    }
}
