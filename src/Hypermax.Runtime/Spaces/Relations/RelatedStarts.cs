namespace Hypermax.Spaces.Relations;

/// <summary>Moves values to begin with to where the relations between them hold; declared ones stay.</summary>
/// <remarks>
/// <para>Shared with the generator, which compiles this file too: what <c>Tuned</c> holds before a search is the point that the search tries first.</para>
/// <para>Members of an order that does not hold yet are spread evenly between what lies below and above them: two between 0 and 1
/// begin at 1/3 and 2/3. Members of a sum take the same part of their ranges.</para>
/// </remarks>
internal sealed class RelatedStarts
{
    private readonly double[] _values;
    private readonly Start[] _starts;
    private readonly List<(int Less, int Greater, bool OrEqual)> _edges = [];

    private RelatedStarts(double[] values, Start[] starts)
    {
        _values = values;
        _starts = starts;
    }

    /// <summary>Moves values in place.</summary>
    /// <param name="values">The values, NaN for what does not exist.</param>
    /// <param name="starts">What each may be.</param>
    /// <param name="relations">The relations: members, the total of a sum or null for an order, and whether neighbours of an order may be equal.</param>
    public static void Settle(double[] values, Start[] starts, IEnumerable<(IReadOnlyList<int> Members, double? Total, bool OrEqual)> relations)
    {
        RelatedStarts settling = new(values, starts);
        foreach ((IReadOnlyList<int> members, double? total, bool orEqual) in relations)
        {
            if (members.Any(member => double.IsNaN(values[member])))
            {
                continue;
            }

            if (total is double sum)
            {
                settling.Share(members, sum);
                continue;
            }

            for (int i = 1; i < members.Count; i++)
            {
                settling._edges.Add((members[i - 1], members[i], orEqual));
            }
        }

        settling.Order();
    }

    private void Share(IReadOnlyList<int> members, double total)
    {
        int[] open = [.. members.Where(member => !_starts[member].IsDeclared)];
        double rest = total - members.Except(open).Sum(member => _values[member]);
        if (open.Length == 0 || Math.Abs(open.Sum(member => _values[member]) - rest) <= 1e-12 * Math.Max(1, Math.Abs(total)))
        {
            return;
        }

        double low = open.Sum(member => _starts[member].Low);
        double high = open.Sum(member => _starts[member].High);
        if (double.IsInfinity(low) || double.IsInfinity(high) || high <= low)
        {
            double shift = (rest - open.Sum(member => _values[member])) / open.Length;
            foreach (int member in open)
            {
                _values[member] += shift;
            }

            return;
        }

        double part = Math.Min(1, Math.Max(0, (rest - low) / (high - low)));
        foreach (int member in open)
        {
            _values[member] = _starts[member].Low + (part * (_starts[member].High - _starts[member].Low));
        }
    }

    // What is connected is settled together, and only where something does not hold.
    private void Order()
    {
        HashSet<int> moved = [];
        foreach ((int less, int greater, bool orEqual) in _edges)
        {
            bool holds = orEqual ? _values[less] <= _values[greater] : _values[less] < _values[greater];
            if (!holds && moved.Add(less))
            {
                Connect(moved);
            }
        }

        List<int> smallestFirst = [];
        for (int before = -1; before < smallestFirst.Count;)
        {
            before = smallestFirst.Count;
            smallestFirst.AddRange(
                moved.Where(member => !smallestFirst.Contains(member) && Below(member).All(edge => smallestFirst.Contains(edge.Less))).ToList());
        }

        // Relations in a circle are the analyzers' to report.
        if (smallestFirst.Count == moved.Count)
        {
            Spread(smallestFirst);
        }
    }

    private void Connect(HashSet<int> moved)
    {
        int before = 0;
        while (before < moved.Count)
        {
            before = moved.Count;
            foreach ((int less, int greater, _) in _edges)
            {
                if (moved.Contains(less) || moved.Contains(greater))
                {
                    moved.Add(less);
                    moved.Add(greater);
                }
            }
        }
    }

    private void Spread(List<int> smallestFirst)
    {
        Dictionary<int, double> caps = [];
        Dictionary<int, int> above = [];
        foreach (int member in Enumerable.Reverse(smallestFirst))
        {
            Start start = _starts[member];
            List<(int Less, int Greater, bool OrEqual)> greater = [.. _edges.Where(edge => edge.Less == member)];
            caps[member] = start.IsDeclared ? _values[member] : greater.Select(edge => caps[edge.Greater] - Gap(edge.OrEqual, start)).Append(start.High).Min();
            above[member] = start.IsDeclared ? 0 : 1 + greater.Select(edge => above[edge.Greater]).DefaultIfEmpty(0).Max();
        }

        foreach (int member in smallestFirst.Where(member => !_starts[member].IsDeclared))
        {
            Start start = _starts[member];
            double floor = Below(member).Select(edge => _values[edge.Less] + Gap(edge.OrEqual, start)).Append(start.Low).Max();
            _values[member] = Between(start, _values[member], floor, caps[member], above[member]);
        }
    }

    private IEnumerable<(int Less, int Greater, bool OrEqual)> Below(int member) => _edges.Where(edge => edge.Greater == member);

    private static double Between(Start start, double value, double floor, double cap, int above)
    {
        cap = double.IsInfinity(cap) ? Math.Max(value, floor) + above : cap;
        floor = double.IsInfinity(floor) ? Math.Min(value, cap) - 1 : floor;
        double part = 1.0 / (above + 1);
        double spread = start.IsLog && floor > 0 && cap > 0
            ? Math.Exp(Math.Log(floor) + (part * (Math.Log(cap) - Math.Log(floor))))
            : floor + (part * (cap - floor));
        double snapped = start.Snap(spread);
        double step = start.Step ?? 0;
        return snapped < floor ? start.Snap(snapped + step) : snapped > cap ? start.Snap(snapped - step) : snapped;
    }

    private static double Gap(bool orEqual, Start start) => orEqual ? 0 : start.Step ?? 0;

    /// <summary>What a value to begin with may be.</summary>
    /// <param name="Low">The smallest value.</param>
    /// <param name="High">The largest value.</param>
    /// <param name="Step">The distance between neighbours, or null.</param>
    /// <param name="IsLog">Whether the middle of a range is that of the logarithms.</param>
    /// <param name="IsDeclared">Whether the user gave the value.</param>
    /// <param name="Snap">Gets the possible value nearest to a number.</param>
    public sealed record Start(double Low, double High, double? Step, bool IsLog, bool IsDeclared, Func<double, double> Snap);
}
