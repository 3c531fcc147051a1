using System.Globalization;
using Hypermax.Spaces;

namespace Hypermax.Studies;

/// <summary>Finds which parameters a member of a user's type stands for, and which of their values make it a given one.</summary>
/// <remarks>
/// Asks the member at points that differ in one parameter each; so it needs neither reflection nor expression trees, and works
/// in native programs. Cost: a few points for each parameter of the space. A member that throws, as a cast to another branch
/// does, says nothing.
/// </remarks>
internal sealed class MemberProbe<T>(SearchSpace<T> space)
{
    private const int MostLevels = 4096;

    private readonly SpaceGeometry _geometry = new(space);

    /// <summary>Gets the parameters that a member depends on.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public IReadOnlyList<int> ParametersOf<TValue>(Func<T, TValue> member)
    {
        int[] found = [.. Enumerable.Range(0, space.Count).Where(parameter => Depends(member, parameter))];
        return found.Length > 0 ? found : throw new ArgumentException(
            $"The member depends on no parameter of '{space.Name}'; "
            + $"its parameters are {string.Join(", ", space.Parameters.Select(parameter => parameter.Name))}. "
            + $"Give a member that is searched, such as p => p.{space.Parameters[0].Name}.", nameof(member));
    }

    /// <summary>Gets the values of the parameters behind a member that make it a given one.</summary>
    /// <exception cref="ArgumentException">The member depends on no parameter, or no values make it that.</exception>
    public IReadOnlyList<(int Parameter, double Value)> Solve<TValue>(Func<T, TValue> member, TValue value)
    {
        IReadOnlyList<int> parameters = ParametersOf(member);
        Dictionary<int, double> decided = [];
        foreach (int parameter in parameters)
        {
            Require(parameter, decided);
        }

        return Search(member, value, parameters, 0, decided) ?? throw new ArgumentException(
            $"No value of {string.Join(" and ", parameters.Select(parameter => $"'{space.Parameters[parameter].Name}'"))} makes the member "
            + $"{Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null"}. Give a value that the space allows, or name the parameter with Fix(string, "
            + "double).", nameof(value));
    }

    private List<(int Parameter, double Value)>? Search<TValue>(
        Func<T, TValue> member, TValue value, IReadOnlyList<int> parameters, int at, Dictionary<int, double> decided)
    {
        if (at == parameters.Count)
        {
            double[] point = Complete(decided);
            return IsAnswer(member, point, value)
                ? [.. parameters.Where(parameter => !double.IsNaN(point[parameter])).Select(parameter => (parameter, point[parameter]))]
                : null;
        }

        foreach (double candidate in Candidates(parameters[at], value))
        {
            if (Search(member, value, parameters, at + 1, new(decided) { [parameters[at]] = candidate }) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // A number stands for itself; what is no number is found among the values of a choice or a short grid.
    private IEnumerable<double> Candidates<TValue>(int parameter, TValue value)
    {
        Dimension dimension = _geometry.Dimensions[parameter];
        if (!dimension.IsCategorical && value is IConvertible and not (string or bool or Enum))
        {
            return [Convert.ToDouble(value, CultureInfo.InvariantCulture)];
        }

        return dimension.LevelCount is > 0 and <= MostLevels
            ? Enumerable.Range(0, dimension.LevelCount).Select(dimension.LevelValue)
            : [dimension.FromUnit(0.5)];
    }

    private bool Depends<TValue>(Func<T, TValue> member, int parameter)
    {
        Dimension dimension = _geometry.Dimensions[parameter];
        Dictionary<int, double> decided = [];
        Require(parameter, decided);
        IEnumerable<double> values = dimension.IsCategorical
            ? Enumerable.Range(0, Math.Min(dimension.LevelCount, MostLevels)).Select(dimension.LevelValue)
            : [dimension.FromUnit(0.02), dimension.FromUnit(0.98)];
        bool hasFirst = false;
        TValue? first = default;
        foreach (double value in values)
        {
            decided[parameter] = value;
            if (!TryAsk(member, Complete(decided), out TValue? answer))
            {
                continue;
            }

            if (hasFirst && !EqualityComparer<TValue?>.Default.Equals(first, answer))
            {
                return true;
            }

            (hasFirst, first) = (true, answer);
        }

        return false;
    }

    private bool IsAnswer<TValue>(Func<T, TValue> member, double[] point, TValue value) =>
        _geometry.Contains(point) && TryAsk(member, point, out TValue? answer) && EqualityComparer<TValue?>.Default.Equals(answer, value);

    private bool TryAsk<TValue>(Func<T, TValue> member, double[] point, out TValue? answer)
    {
        try
        {
            answer = member(space.Bind(point));
            return true;
        }
        catch (Exception)
        {
            // Code of the user's: a constructor that refuses the point, or a member that this branch does not have.
            answer = default;
            return false;
        }
    }

    // Decides the parameters that a parameter's existence depends on.
    private void Require(int parameter, Dictionary<int, double> decided)
    {
        foreach (Condition condition in space.Parameters[parameter].Conditions)
        {
            Require(condition.Parent, decided);
            if (!decided.TryGetValue(condition.Parent, out double value) || !condition.IsMet(value))
            {
                decided[condition.Parent] = Meeting(condition);
            }
        }
    }

    private double Meeting(Condition condition)
    {
        double usual = DefaultPoint.ValueOf(space.Parameters[condition.Parent]);
        return condition.IsMet(usual) ? usual : double.IsFinite(condition.Low) ? condition.Low : condition.High;
    }

    private double[] Complete(Dictionary<int, double> decided)
    {
        double[] point = new double[space.Count];
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = !space.IsActive(i, point) ? double.NaN
                : decided.TryGetValue(i, out double value) ? value
                : DefaultPoint.ValueOf(space.Parameters[i]);
        }

        return point;
    }
}
