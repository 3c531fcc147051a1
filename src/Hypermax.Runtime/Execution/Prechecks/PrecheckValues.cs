using Hypermax.Spaces;

namespace Hypermax.Execution.Prechecks;

/// <summary>The values that parameters have in a precheck, found in the space.</summary>
internal sealed class PrecheckValues
{
    private readonly List<KeyValuePair<int, double>> _values = [];

    /// <summary>Finds the values.</summary>
    /// <exception cref="FormatException">The space has no such parameter or value, or others depend on it.</exception>
    public PrecheckValues(SearchSpace space, IReadOnlyDictionary<string, string> values)
    {
        foreach ((string name, string text) in values)
        {
            int index = ValueText.IndexOf(space, name);
            bool isTied = space.Relations.Any(relation => relation.Members.Contains(index))
                || space.Parameters.Any(parameter => parameter.Conditions.Any(condition => condition.Parent == index));
            _values.Add(!isTied
                ? KeyValuePair.Create(index, ValueText.Read(space.Parameters[index], text))
                : throw new FormatException($"The precheck sets '{name}', which other parameters depend on or are related to. Set others."));
        }
    }

    /// <summary>Gets a point with the values, where the parameters exist.</summary>
    public Point In(Point point)
    {
        double[] vector = point.ToArray();
        foreach ((int parameter, double value) in _values.Where(value => point.Has(value.Key)))
        {
            vector[parameter] = value;
        }

        return Point.Owning(vector);
    }
}
