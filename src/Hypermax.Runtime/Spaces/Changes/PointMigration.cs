namespace Hypermax.Spaces.Changes;

/// <summary>Carries points of an earlier version of a space over to a later one.</summary>
/// <remarks>
/// A value is carried over by its external form: numbers inside the new bounds and on the new grid, choices that still exist.
/// Added parameters take their default, or make room for the relations that they are in;
/// removed ones are dropped, renamed ones are found by their former names.
/// </remarks>
internal sealed class PointMigration
{
    private readonly SearchSpace _before;
    private readonly SearchSpace _after;
    private readonly int[] _former;
    private readonly double[] _defaults;

    /// <summary>Prepares the way from one version of a space to another.</summary>
    /// <param name="before">The earlier version.</param>
    /// <param name="after">The later version.</param>
    public PointMigration(SearchSpace before, SearchSpace after)
    {
        _before = before;
        _after = after;
        _former = [.. after.Parameters.Select(parameter => SpaceDiff.Former(before, parameter) is { } old ? before.IndexOf(old.Name) : -1)];
        _defaults = [.. after.Parameters.Select(DefaultPoint.ValueOf)];
    }

    /// <summary>Carries a point over.</summary>
    /// <param name="point">A point of the earlier version.</param>
    /// <returns>The point of the later version, or null when it has no meaning there.</returns>
    public Point? Carry(Point point)
    {
        double[] result = new double[_after.Count];
        for (int i = 0; i < result.Length; i++)
        {
            if (!_after.IsActive(i, result))
            {
                result[i] = double.NaN;
                continue;
            }

            double old = _former[i] < 0 ? double.NaN : point[_former[i]];
            double? value = double.IsNaN(old) ? _defaults[i] : Convert(_before.Parameters[_former[i]], old, _after.Parameters[i]);
            if (value is null)
            {
                return null;
            }

            result[i] = value.Value;
        }

        return IsSettled(result) ? Point.Owning(result) : null;
    }

    // What was tried stays as it was; only parameters that did not exist then may move.
    private bool IsSettled(double[] point)
    {
        if (_after.Relations.All(relation => relation.Holds(point)))
        {
            return true;
        }

        DefaultPoint.Settle(_after, point, i => _former[i] >= 0 || _after.Parameters[i].Default is not null);
        return Enumerable.Range(0, point.Length).All(i => double.IsNaN(point[i]) || _after.Parameters[i].Contains(point[i]))
            && _after.Relations.All(relation => relation.Holds(point));
    }

    private static double? Convert(Parameter before, double value, Parameter after)
    {
        object external = PointJson.ToExternal(before, value);
        if (after is CategoricalParameter categorical)
        {
            int index = categorical.IndexOf(external);
            return index < 0 ? null : index;
        }

        NumericParameter numeric = (NumericParameter)after;
        double? number = external switch
        {
            long whole => whole,
            double real => real,
            _ => null,
        };
        return number is double x && numeric.Contains(x) ? numeric.Snap(x) : null;
    }
}
