using System.Globalization;

namespace Hypermax;

/// <summary>The few types that a choice may have, and when two choices are the same.</summary>
internal static class ChoiceValues
{
    public static object Normalise(string parameter, object? choice) => choice switch
    {
        double number when double.IsNaN(number) || double.IsInfinity(number) => throw NotFinite(parameter, number),
        float number when float.IsNaN(number) || float.IsInfinity(number) => throw NotFinite(parameter, number),
        string or bool or long or double => choice,
        int or short or sbyte or byte or ushort or uint => Convert.ToInt64(choice, CultureInfo.InvariantCulture),
        float or decimal => Convert.ToDouble(choice, CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        _ => throw new ArgumentException(
            $"Parameter '{parameter}' has a choice of type {choice?.GetType().Name ?? "null"}; choices are strings, booleans or numbers. "
            + "Convert it to one of these."),
    };

    private static ArgumentException NotFinite(string parameter, double choice) =>
        new(
            $"Parameter '{parameter}' has the choice {choice.ToString(CultureInfo.InvariantCulture)}; numbers among choices are finite. "
            + "Use a text such as 'none' for what is not a number.");

    public static bool AreSame(object a, object b)
    {
        if (a is string || b is string || a is bool || b is bool)
        {
            return a.Equals(b);
        }

        // Two longs may differ where their doubles do not.
        return a is long left && b is long right
            ? left == right
            : Convert.ToDouble(a, CultureInfo.InvariantCulture) == Convert.ToDouble(b, CultureInfo.InvariantCulture);
    }

    public static void CheckDistinct(string parameter, IReadOnlyList<object> choices)
    {
        if (choices.Count == 0)
        {
            throw new ArgumentException($"Parameter '{parameter}' has no choices; it needs at least one. List the values.");
        }

        for (int i = 0; i < choices.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (AreSame(choices[i], choices[j]))
                {
                    throw new ArgumentException(
                        $"Parameter '{parameter}' lists the choice '{Convert.ToString(choices[i], CultureInfo.InvariantCulture)}' twice; choices must differ. "
                        + "Remove one.");
                }
            }
        }
    }

    public static double[] CheckWeights(string parameter, double[] weights, int choices)
    {
        double sum = weights.Sum();
        if (weights.Length != choices || weights.Any(weight => !(weight >= 0)) || !(sum > 0) || double.IsInfinity(sum))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Parameter '{parameter}' has {weights.Length} {(weights.Length == 1 ? "weight" : "weights")} for {choices} ")
                + FormattableString.Invariant(
                    $"{(choices == 1 ? "choice" : "choices")}; each choice needs one weight of 0 or more and the sum must be above 0. Correct the weights."));
        }

        return [.. weights.Select(weight => weight / sum)];
    }
}
