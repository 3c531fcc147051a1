using System.Globalization;
using Hypermax.Errors;

namespace Hypermax.Spaces;

/// <summary>Reads values and points as people type them.</summary>
internal static class ValueText
{
    /// <summary>Reads the value of a parameter: a number, or a choice as files have it.</summary>
    /// <returns>The value in vector form.</returns>
    /// <exception cref="FormatException">The parameter cannot have that value; the message says which it can.</exception>
    public static double Read(Parameter parameter, string text)
    {
        if (parameter is CategoricalParameter categorical)
        {
            string[] choices = [.. Enumerable.Range(0, categorical.Choices.Count).Select(index => PointJson.ToText(categorical, index))];
            int index = Array.IndexOf(choices, text);
            return index >= 0
                ? index
                : throw new FormatException(
                    $"Parameter '{parameter.Name}' has no choice '{text}'; it has {string.Join(", ", choices)}."
                    + (NearestName.Of(text, choices) is { } near ? $" Did you mean '{near}'?" : string.Empty));
        }

        NumericParameter numeric = (NumericParameter)parameter;
        return !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? throw new FormatException($"Parameter '{parameter.Name}' cannot be '{text}', which is no number. Give one such as {Number(numeric.Low)}.")
            : numeric.Contains(value)
                ? numeric.Snap(value)
                : throw new FormatException(
                    $"Parameter '{parameter.Name}' cannot be {text}; it must lie between {Number(numeric.Low)} and {Number(numeric.High)}"
                    + $"{(numeric.Step is double step ? " in steps of " + Number(step) : string.Empty)}. Give such a value.");
    }

    /// <summary>Finds a parameter.</summary>
    /// <exception cref="FormatException">There is none of that name; the message has the nearest.</exception>
    public static int IndexOf(SearchSpace space, string? name)
    {
        int index = name is null ? throw new FormatException("The request names no parameter. Give its path, such as layers.0.units.") : space.IndexOf(name);
        string[] names = [.. space.Parameters.Select(parameter => parameter.Name)];
        return index >= 0
            ? index
            : throw new FormatException(
                $"Space '{space.Name}' has no parameter '{name}'; its parameters are {string.Join(", ", names)}. "
                + (NearestName.Of(name, names) is { } near ? $"Did you mean '{near}'?" : "Use one of these."));
    }

    /// <summary>Reads a point.</summary>
    /// <param name="space">The space.</param>
    /// <param name="values">Some of its values.</param>
    /// <param name="rest">Where the others come from, or null when none may be missing.</param>
    /// <exception cref="FormatException">A value is missing, impossible, or of a parameter that does not exist at the point.</exception>
    public static Point ReadPoint(SearchSpace space, IReadOnlyList<KeyValuePair<string, string>> values, Point? rest)
    {
        Dictionary<int, string> given = [];
        foreach ((string name, string value) in values)
        {
            given[IndexOf(space, name)] = value;
        }

        double[]? defaults = DefaultPoint.Of(space);
        double[] vector = new double[space.Count];
        for (int i = 0; i < space.Count; i++)
        {
            bool isActive = space.IsActive(i, vector);
            vector[i] = (isActive, given.TryGetValue(i, out string? text)) switch
            {
                (true, true) => Read(space.Parameters[i], text!),
                (true, false) => Missing(space.Parameters[i], rest?[i] ?? double.NaN, defaults?[i] ?? double.NaN),
                (false, true) => throw new FormatException(
                    $"Parameter '{space.Parameters[i].Name}' does not exist at this point, as another branch was chosen. Leave it out, or choose its branch."),
                _ => double.NaN,
            };
        }

        Point point = Point.Owning(vector);
        return space.Relations.All(relation => relation.Holds(point))
            ? point
            : throw new FormatException("The point breaks a relation of the space. Give values that obey it.");
    }

    private static double Missing(Parameter parameter, double rest, double byDefault) =>
        !double.IsNaN(rest) ? rest
        : !double.IsNaN(byDefault) ? byDefault
        : throw new FormatException(
            $"Parameter '{parameter.Name}' has no value; every parameter that exists at the point needs one. Give it, or --from best for the others.");

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
