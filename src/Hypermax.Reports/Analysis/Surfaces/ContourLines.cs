namespace Hypermax.Analysis.Surfaces;

/// <summary>Traces lines of equal value over a grid: marching squares (Lorensen and Cline 1987, in two dimensions), pieces joined to lines.</summary>
internal static class ContourLines
{
    /// <summary>Traces one level.</summary>
    /// <param name="grid">The values at the middles of cells, lowest row first.</param>
    /// <param name="size">The number of cells on each side.</param>
    /// <param name="level">The value.</param>
    public static IEnumerable<ContourLine> Trace(double[] grid, int size, double level)
    {
        // An end of a piece lies on an edge between two neighbouring middles and is known by that edge.
        Dictionary<int, List<int>> pieces = [];
        for (int y = 0; y + 1 < size; y++)
        {
            for (int x = 0; x + 1 < size; x++)
            {
                AddPieces(grid, size, level, x, y, pieces);
            }
        }

        foreach (bool fromEnds in (bool[])[true, false])
        {
            foreach (int start in pieces.Keys.Order().ToArray())
            {
                while (pieces[start].Count == 1 || (!fromEnds && pieces[start].Count > 0))
                {
                    List<(double X, double Y)> line = Follow(pieces, start, edge => Place(grid, size, level, edge));
                    if (line.Count > 1)
                    {
                        yield return new ContourLine(level, line);
                    }
                }
            }
        }
    }

    private static List<(double X, double Y)> Follow(Dictionary<int, List<int>> pieces, int start, Func<int, (double X, double Y)> place)
    {
        List<(double X, double Y)> line = [place(start)];
        int at = start;
        while (pieces[at].Count > 0)
        {
            int next = pieces[at][^1];
            pieces[at].RemoveAt(pieces[at].Count - 1);
            pieces[next].Remove(at);
            line.Add(place(next));
            at = next;
        }

        return line;
    }

    private static void AddPieces(double[] grid, int size, double level, int x, int y, Dictionary<int, List<int>> pieces)
    {
        bool a = grid[(y * size) + x] >= level;
        bool b = grid[(y * size) + x + 1] >= level;
        bool c = grid[((y + 1) * size) + x + 1] >= level;
        bool d = grid[((y + 1) * size) + x] >= level;
        if (a == b && b == c && c == d)
        {
            return;
        }

        List<int> crossed = [];
        if (a != b)
        {
            crossed.Add(Edge(x, y, size, isUpright: false));
        }

        if (b != c)
        {
            crossed.Add(Edge(x + 1, y, size, isUpright: true));
        }

        if (c != d)
        {
            crossed.Add(Edge(x, y + 1, size, isUpright: false));
        }

        if (d != a)
        {
            crossed.Add(Edge(x, y, size, isUpright: true));
        }

        for (int i = 0; i + 1 < crossed.Count; i += 2)
        {
            Link(pieces, crossed[i], crossed[i + 1]);
            Link(pieces, crossed[i + 1], crossed[i]);
        }
    }

    private static void Link(Dictionary<int, List<int>> pieces, int from, int to)
    {
        if (!pieces.TryGetValue(from, out List<int>? ends))
        {
            pieces.Add(from, ends = []);
        }

        ends.Add(to);
    }

    private static int Edge(int x, int y, int size, bool isUpright) => (2 * ((y * size) + x)) + (isUpright ? 1 : 0);

    private static (double X, double Y) Place(double[] grid, int size, double level, int edge)
    {
        int node = edge / 2;
        bool isUpright = edge % 2 == 1;
        double from = grid[node];
        double to = grid[node + (isUpright ? size : 1)];
        double share = Math.Clamp((level - from) / (to - from), 0, 1);
        double x = (node % size) + 0.5 + (isUpright ? 0 : share);
        double y = (node / size) + 0.5 + (isUpright ? share : 0);
        return (x / size, y / size);
    }
}
