using System.Text.Json;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Reads how likely the values of a choice are; an extension of ours, which Hypermax ignores.</summary>
internal static class SearchJsonWeights
{
    /// <summary>Reads the weights of a node, or null when it has none: then all values are equally likely.</summary>
    public static double[]? Read(JsonElement json, int count, string path)
    {
        if (!json.TryGetProperty("weights", out JsonElement given) || given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        bool isRight = given.ValueKind == JsonValueKind.Array && given.GetArrayLength() == count
            && given.EnumerateArray().All(weight => weight.ValueKind == JsonValueKind.Number && weight.GetDouble() >= 0)
            && given.EnumerateArray().Sum(weight => weight.GetDouble()) is > 0 and < double.PositiveInfinity;
        return isRight
            ? [.. given.EnumerateArray().Select(weight => weight.GetDouble())]
            : throw SearchJsonReader.Broken(
                path, $"has the weights {given.GetRawText()}", "there is one number of 0 or more for each value, and one above 0", "Correct them.",
                "weights");
    }

    /// <summary>Takes the value that stands for absence out of a choice.</summary>
    /// <param name="weights">The weights, or null.</param>
    /// <param name="absent">The index of the value.</param>
    /// <param name="count">The number of values.</param>
    /// <returns>How likely it is, and the weights of the others; null where they are equal or all 0.</returns>
    public static (double Probability, double[]? Others) Without(double[]? weights, int absent, int count)
    {
        if (weights is null)
        {
            return (1.0 / count, null);
        }

        double[] rest = [.. weights.Where((_, i) => i != absent)];
        return (weights[absent] / weights.Sum(), rest.Sum() > 0 && rest.Length > 1 ? rest : null);
    }
}
