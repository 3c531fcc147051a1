namespace Hypermax.Spaces;

/// <summary>The points of a space in a fixed order, counted and found by index without listing them.</summary>
/// <remarks>
/// Parameters that do not influence each other's existence multiply; a parameter that others depend on is split into
/// groups of values with the same consequences. So the cost follows the depth of the conditions, not the number of points.
/// Counts are exact up to 2^53 and +∞ where a continuous parameter has no levels.
/// </remarks>
internal sealed class PointEnumeration
{
    private readonly SearchSpace _space;
    private readonly double[] _levelCounts;
    private readonly Func<int, int, double> _levelValue;

    /// <summary>Prepares a space.</summary>
    /// <param name="space">The space.</param>
    /// <param name="levelCounts">The number of values of each parameter; +∞ for a continuous one.</param>
    /// <param name="levelValue">The value of a parameter with an index among its levels.</param>
    public PointEnumeration(SearchSpace space, double[] levelCounts, Func<int, int, double> levelValue)
    {
        _space = space;
        _levelCounts = levelCounts;
        _levelValue = levelValue;
        Count = CountOf([.. Enumerable.Range(0, space.Count)], new double[space.Count]);
    }

    /// <summary>Gets the number of points.</summary>
    public double Count { get; }

    /// <summary>Prepares a space with the values its parameters have, or the one that people fixed.</summary>
    public static PointEnumeration Of(SpaceGeometry geometry, Func<int, double?> fixedValue)
    {
        double[] counts = new double[geometry.Count];
        for (int i = 0; i < counts.Length; i++)
        {
            Dimension dimension = geometry.Dimensions[i];
            counts[i] = fixedValue(i) is not null ? 1 : dimension.LevelCount is 0 or int.MaxValue ? double.PositiveInfinity : dimension.LevelCount;
        }

        return new PointEnumeration(geometry.Space, counts, (parameter, level) =>
            fixedValue(parameter) ?? geometry.Dimensions[parameter].LevelValue(level));
    }

    /// <summary>Gets the point with an index.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1, which must be finite.</param>
    public double[] PointAt(double index)
    {
        double[] vector = new double[_space.Count];
        Locate([.. Enumerable.Range(0, _space.Count)], vector, index);
        return vector;
    }

    private double CountOf(List<int> open, double[] vector)
    {
        double product = 1;
        foreach (List<int> part in Parts(open))
        {
            product *= CountOfPart(part, vector);
        }

        return product;
    }

    private double CountOfPart(List<int> part, double[] vector)
    {
        int first = part[0];
        List<int> rest = part.GetRange(1, part.Count - 1);
        if (!_space.IsActive(first, vector))
        {
            vector[first] = double.NaN;
            return CountOf(rest, vector);
        }

        if (rest.Count == 0)
        {
            return _levelCounts[first];
        }

        if (double.IsInfinity(_levelCounts[first]))
        {
            return double.PositiveInfinity;
        }

        double sum = 0;
        foreach ((int start, int levels) in Groups(first, rest))
        {
            vector[first] = _levelValue(first, start);
            sum += levels * CountOf(rest, vector);
        }

        return sum;
    }

    private void Locate(List<int> open, double[] vector, double index)
    {
        foreach (List<int> part in Parts(open))
        {
            double count = CountOfPart(part, vector);
            LocateInPart(part, vector, index % count);
            index = Math.Floor(index / count);
        }
    }

    private void LocateInPart(List<int> part, double[] vector, double index)
    {
        int first = part[0];
        List<int> rest = part.GetRange(1, part.Count - 1);
        if (!_space.IsActive(first, vector))
        {
            vector[first] = double.NaN;
            Locate(rest, vector, index);
            return;
        }

        if (rest.Count == 0)
        {
            vector[first] = _levelValue(first, (int)index);
            return;
        }

        foreach ((int start, int levels) in Groups(first, rest))
        {
            vector[first] = _levelValue(first, start);
            double count = CountOf(rest, vector);
            if (index < count * levels)
            {
                int level = start + (int)Math.Floor(index / count);
                vector[first] = _levelValue(first, level);
                Locate(rest, vector, index - ((level - start) * count));
                return;
            }

            index -= count * levels;
        }
    }

    // Neighbouring values of a parent with the same consequences for its children: the first of them and how many there are.
    // Values grow with their index and conditions are ranges, so only the ends of the ranges count, however many values there are.
    private List<(int Start, int Levels)> Groups(int parent, List<int> children)
    {
        int last = (int)_levelCounts[parent];
        SortedSet<int> starts = [0];
        foreach (Condition condition in children.SelectMany(child => _space.Parameters[child].Conditions).Where(condition => condition.Parent == parent))
        {
            starts.Add(FirstLevel(parent, last, value => value >= condition.Low));
            starts.Add(FirstLevel(parent, last, value => value > condition.High));
        }

        starts.Remove(last);
        int[] ordered = [.. starts];
        return [.. ordered.Select((start, i) => (start, (i + 1 < ordered.Length ? ordered[i + 1] : last) - start))];
    }

    // The first level whose value lies beyond a limit, or the number of levels.
    private int FirstLevel(int parent, int levels, Func<double, bool> isBeyond)
    {
        int low = 0;
        int high = levels;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = isBeyond(_levelValue(parent, middle)) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    // The sets of parameters that are tied by conditions among those still open, in order.
    private List<List<int>> Parts(List<int> open)
    {
        List<List<int>> parts = [];
        foreach (int parameter in open)
        {
            List<int> merged = [];
            foreach (List<int> tied in parts.Where(part => _space.Parameters[parameter].Conditions.Any(condition => part.Contains(condition.Parent))).ToList())
            {
                merged.AddRange(tied);
                parts.Remove(tied);
            }

            merged.Add(parameter);
            merged.Sort();
            parts.Add(merged);
        }

        return parts;
    }
}
