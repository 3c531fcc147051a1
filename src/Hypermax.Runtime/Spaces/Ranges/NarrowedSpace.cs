namespace Hypermax.Spaces.Ranges;

/// <summary>A space with fewer values: the same parameters, conditions and relations, with closer bounds and fewer choices.</summary>
/// <remarks>
/// Its points are points of the whole space, apart from the indices of choices, which count those that are left. Grids keep their values.
/// Immutable and safe to share between threads.
/// </remarks>
internal sealed class NarrowedSpace
{
    private readonly SearchSpace _whole;
    private readonly int[]?[] _choices;

    /// <summary>Narrows a space.</summary>
    /// <param name="whole">The space.</param>
    /// <param name="ranges">What is left of parameters; at most one range each, and others stay whole.</param>
    /// <param name="defaults">The point that becomes the default, or null to keep what is declared.</param>
    public NarrowedSpace(SearchSpace whole, IReadOnlyList<ParameterRange> ranges, Point? defaults = null)
    {
        _whole = whole;
        _choices = new int[]?[whole.Count];
        foreach (ParameterRange range in ranges)
        {
            if (whole.Parameters[range.Parameter] is CategoricalParameter)
            {
                _choices[range.Parameter] = [.. range.Choices ?? Enumerable.Range((int)range.Low, (int)(range.High - range.Low) + 1)];
            }
        }

        Space = new SearchSpace(
            whole.Name,
            whole.Parameters.Select((parameter, i) => Narrow(parameter, i, ranges.FirstOrDefault(range => range.Parameter == i), defaults)),
            whole.Relations);
    }

    /// <summary>Gets the space with fewer values.</summary>
    public SearchSpace Space { get; }

    /// <summary>Gets a point of the whole space as one of the narrowed one, or null where it lies outside.</summary>
    public Point? Enter(Point point)
    {
        double[] inside = new double[point.Count];
        for (int i = 0; i < inside.Length; i++)
        {
            inside[i] = point.Has(i) ? Enter(i, point[i]) : double.NaN;
            if (double.IsNaN(inside[i]) && point.Has(i))
            {
                return null;
            }
        }

        return Point.Owning(inside);
    }

    /// <summary>Gets a value of the whole space as one of the narrowed one; NaN where it lies outside.</summary>
    public double Enter(int parameter, double value) => Space.Parameters[parameter] switch
    {
        NumericParameter numeric => numeric.Contains(value) ? numeric.Snap(value) : double.NaN,
        _ => _choices[parameter] is not { } kept ? value : Array.IndexOf(kept, (int)value) is >= 0 and int index ? index : double.NaN,
    };

    /// <summary>Turns a point of the narrowed space into one of the whole space, in place.</summary>
    public void Leave(double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            if (!double.IsNaN(vector[i]))
            {
                vector[i] = _choices[i] is { } kept ? kept[(int)vector[i]]
                    : _whole.Parameters[i] is NumericParameter { Step: not null } numeric ? numeric.Snap(vector[i])
                    : vector[i];
            }
        }
    }

    private Parameter Narrow(Parameter parameter, int index, ParameterRange? range, Point? defaults)
    {
        double start = defaults is not null && defaults.Has(index) ? defaults[index] : parameter.Default ?? double.NaN;
        ParameterFacts facts = parameter.Facts with { Conditions = [.. parameter.Conditions.Select(Narrow)] };
        if (parameter is NumericParameter numeric)
        {
            (double low, double high) = range is null ? (numeric.Low, numeric.High) : (numeric.Snap(range.Low), numeric.Snap(range.High));
            return new NumericParameter(
                numeric.Name,
                numeric.Law,
                low,
                high,
                numeric.Step,
                numeric.IsInteger,
                numeric.Mean,
                numeric.Deviation,
                facts with { Default = start >= low && start <= high ? start : null });
        }

        CategoricalParameter categorical = (CategoricalParameter)parameter;
        if (_choices[index] is not { } kept)
        {
            return categorical.With(categorical.Name, facts with { Default = double.IsNaN(start) ? null : start });
        }

        int place = Array.IndexOf(kept, double.IsNaN(start) ? -1 : (int)start);
        double weight = kept.Sum(choice => categorical.Weights?[choice] ?? 1);
        return new CategoricalParameter(
            categorical.Name,
            kept.Select(choice => categorical.Choices[choice]),
            categorical.Weights is null || weight <= 0 ? null : kept.Select(choice => categorical.Weights[choice] / weight),
            categorical.IsOrdered,
            facts with { Default = place < 0 ? null : place });
    }

    // A condition holds for neighbouring choices; those that are left of them are neighbours still. Where none is, it never holds.
    private Condition Narrow(Condition condition)
    {
        if (_choices[condition.Parent] is not { } kept)
        {
            return condition;
        }

        int first = Array.FindIndex(kept, choice => choice >= condition.Low);
        int last = Array.FindLastIndex(kept, choice => choice <= condition.High);
        return new Condition(condition.Parent, first < 0 ? kept.Length : first, last);
    }
}
