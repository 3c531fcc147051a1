namespace Hypermax.Spaces.Relations;

/// <summary>Settles chains of "less than": the largest member first, each in the part of its law that the others leave it.</summary>
internal sealed class OrderMap
{
    private readonly Dimension[] _dimensions;
    private readonly int[] _largestFirst;
    private readonly List<(int Other, bool OrEqual)>[] _above;
    private readonly List<(int Other, bool OrEqual)>[] _below;
    private readonly Neighbours _neighbours = new(isTight: false);

    public OrderMap(SpaceGeometry geometry, LessThanRelation[] relations)
    {
        _dimensions = geometry.Dimensions;
        _above = [.. _dimensions.Select(_ => new List<(int, bool)>())];
        _below = [.. _dimensions.Select(_ => new List<(int, bool)>())];
        foreach (LessThanRelation relation in relations)
        {
            for (int i = 1; i < relation.Members.Count; i++)
            {
                _above[relation.Members[i - 1]].Add((relation.Members[i], relation.OrEqual));
                _below[relation.Members[i]].Add((relation.Members[i - 1], relation.OrEqual));
            }
        }

        _largestFirst = Sort();
        if (Infeasible(geometry) is not null)
        {
            // Ranges that hardly overlap have no room for gaps.
            _neighbours = new Neighbours(isTight: true);
        }

        if (Infeasible(geometry) is var (parameter, least))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Parameter '{parameter.Name}' cannot be above the parameters that must be less: ")
                + FormattableString.Invariant($"it would need at least {least} but its high is {parameter.High}. ")
                + "Raise its upper bound or lower their lower bounds.");
        }
    }

    public void Obey(double[] vector)
    {
        double[] lowest = Lowest(vector);
        foreach (int i in _largestFirst)
        {
            if (!double.IsNaN(vector[i]))
            {
                (double from, double to, double low, double high) = Room(i, vector, lowest);
                double unit = from + (_dimensions[i].ToUnit(vector[i]) * (to - from));
                vector[i] = Math.Clamp(_dimensions[i].FromUnit(unit), low, high);
            }
        }
    }

    public void Free(double[] point, double[] vector)
    {
        double[] lowest = Lowest(point);
        foreach (int i in _largestFirst)
        {
            if (!double.IsNaN(point[i]))
            {
                (double from, double to, _, _) = Room(i, point, lowest);
                double unit = to > from ? (_dimensions[i].ToUnit(point[i]) - from) / (to - from) : 0.5;
                vector[i] = _dimensions[i].FromUnit(Math.Clamp(unit, 0, 1));
            }
        }
    }

    /// <summary>The part of its law, and of its values, that a parameter has left below those that must be larger.</summary>
    private (double From, double To, double Low, double High) Room(int i, double[] point, double[] lowest)
    {
        NumericParameter parameter = (NumericParameter)_dimensions[i].Parameter;
        double high = parameter.High;
        foreach ((int other, bool orEqual) in _above[i])
        {
            if (!double.IsNaN(point[other]))
            {
                high = Math.Min(high, _neighbours.AtMost(parameter, point[other], orEqual));
            }
        }

        double low = lowest[i];
        high = Math.Max(low, parameter.Step is null ? high : parameter.Snap(high));
        return (_dimensions[i].Cell(low).Low, _dimensions[i].Cell(high).High, low, high);
    }

    /// <summary>The smallest value of each active member that leaves room for those that must be smaller.</summary>
    private double[] Lowest(double[] point)
    {
        double[] lowest = new double[point.Length];
        for (int k = _largestFirst.Length - 1; k >= 0; k--)
        {
            int i = _largestFirst[k];
            NumericParameter parameter = (NumericParameter)_dimensions[i].Parameter;
            lowest[i] = parameter.Low;
            foreach ((int other, bool orEqual) in _below[i])
            {
                if (!double.IsNaN(point[other]))
                {
                    lowest[i] = Math.Max(lowest[i], _neighbours.AtLeast(parameter, lowest[other], orEqual));
                }
            }
        }

        return lowest;
    }

    private int[] Sort()
    {
        List<int> order = [];
        HashSet<int> done = [];
        HashSet<int> open = [];
        void Visit(int i)
        {
            if (done.Contains(i))
            {
                return;
            }

            if (!open.Add(i))
            {
                throw new ArgumentException(
                    $"Parameter '{_dimensions[i].Parameter.Name}' must be less than itself through a circle of relations; 'less than' cannot go round. "
                    + "Remove one of the relations.");
            }

            foreach ((int other, _) in _above[i])
            {
                Visit(other);
            }

            done.Add(i);
            order.Add(i);
        }

        for (int i = 0; i < _dimensions.Length; i++)
        {
            if (_above[i].Count + _below[i].Count > 0)
            {
                Visit(i);
            }
        }

        return [.. order];
    }

    private (NumericParameter Parameter, double Least)? Infeasible(SpaceGeometry geometry)
    {
        double[] lowest = Lowest(new double[geometry.Count]);
        foreach (int i in _largestFirst)
        {
            NumericParameter parameter = (NumericParameter)_dimensions[i].Parameter;
            if (lowest[i] > parameter.High)
            {
                return (parameter, lowest[i]);
            }
        }

        return null;
    }
}
