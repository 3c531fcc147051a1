using System.Globalization;
using Hypermax.Building;

namespace Hypermax;

/// <summary>Finds everything about a value that keeps it from being a point of its space.</summary>
internal static class SpaceViolations
{
    public static IReadOnlyList<string> Of<T>(SearchSpace<T> space, T value)
    {
        if (value is null)
        {
            return [$"The value of '{space.Name}' is null; it must be there."];
        }

        double[] vector = new double[space.Count];
        List<string> found = [.. Unknown(space, value, vector)];
        for (int i = 0; i < space.Count; i++)
        {
            Parameter parameter = space.Parameters[i];
            if (!double.IsNegativeInfinity(vector[i]) && space.IsActive(i, vector) && !parameter.Contains(vector[i]))
            {
                found.Add($"Parameter '{parameter.Name}' is {Text(vector[i])}; {Rule(parameter)}.");
            }
        }

        if (found.Count == 0)
        {
            found.AddRange(space.Relations.Where(relation => !relation.Holds(vector)).Select(relation => relation.Describe(space)));
        }

        if (found.Count == 0 && space.IsValid?.Invoke(value) == false)
        {
            found.Add($"The value of '{space.Name}' is in range, but its own IsValid says no.");
        }

        return found;
    }

    public static IEnumerable<string> Unknown<T>(SearchSpace<T> space, T value) => Unknown(space, value, new double[space.Count]);

    private static IEnumerable<string> Unknown<T>(SearchSpace<T> space, T value, double[] vector) =>
        Binding.Collect(() => space.Binder.Unbind(value, vector, 0)).Select(unknown => unknown.Value is null
            ? $"Parameter '{space.Parameters[unknown.Key].Name}' is missing; it must not be null."
            : $"Parameter '{space.Parameters[unknown.Key].Name}' is '{Convert.ToString(unknown.Value, CultureInfo.InvariantCulture)}'; "
                + $"{Rule(space.Parameters[unknown.Key])}.");

    private static string Rule(Parameter parameter) => parameter switch
    {
        CategoricalParameter categorical => "it must be one of "
            + string.Join(", ", categorical.Choices.Select(choice => Convert.ToString(choice, CultureInfo.InvariantCulture))),
        NumericParameter { Step: double step } numeric => $"it must lie between {Text(numeric.Low)} and {Text(numeric.High)} in steps of {Text(step)}",
        NumericParameter numeric => $"it must lie between {Text(numeric.Low)} and {Text(numeric.High)}",
        _ => "it must be a value of the parameter",
    };

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
