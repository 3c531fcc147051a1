using System.Globalization;
using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Guided;

/// <summary>Reads <c>guidance.json</c> as Hypermax writes it, and values of any kind of parameter.</summary>
public static class GuidanceJson
{
    /// <summary>Reads and checks guidance.</summary>
    /// <param name="space">The space whose parameters the guidance names by their paths.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is not JSON, names an unknown parameter (the nearest name is told),
    /// or gives a value that the parameter cannot have.</exception>
    public static Guidance Read(SearchSpace space, string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            return new Guidance
            {
                Locked = [.. List(root, "lockedParameters").Select(item => Locked(space, item))],
                Scrambled = [.. List(root, "scrambleParameters").Select(item => IndexOf(space, item))],
                Relearned =
                [
                    .. List(root, "refitParameters").Select(item => KeyValuePair.Create(IndexOf(space, item), StartTrial(item))).OrderBy(item => item.Value),
                ],
                Filter = Filter(root),
                FilterPercentile = Percentile(root),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException($"The guidance is not of its form: {error.Message} See docs/guide/steering.md.", error);
        }
    }

    private static JsonElement.ArrayEnumerator List(JsonElement root, string key) =>
        root.TryGetProperty(key, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static KeyValuePair<int, double> Locked(SearchSpace space, JsonElement item)
    {
        int index = IndexOf(space, item);
        return item.TryGetProperty("value", out JsonElement value)
            ? KeyValuePair.Create(index, PointJson.ReadValue(space.Parameters[index], value))
            : throw new FormatException($"The guidance locks '{space.Parameters[index].Name}' without a 'value'; a lock needs one. Add it.");
    }

    private static int IndexOf(SearchSpace space, JsonElement item)
    {
        string name = item.GetProperty("variable").GetString() ?? string.Empty;
        int index = space.IndexOf(name);
        return index >= 0
            ? index
            : throw new FormatException(
                $"The guidance names '{name}', which is no parameter of '{space.Name}'. "
                + "Did you mean "
                + $"{string.Join(" or ", NearestNames.Of(name, [.. space.Parameters.Select(parameter => parameter.Name)]).Select(near => $"'{near}'"))}?");
    }

    private static int StartTrial(JsonElement item) => item.TryGetProperty("refitStartTrial", out JsonElement trial) ? trial.GetInt32() : 0;

    private static GuidanceFilter Filter(JsonElement root) =>
        !root.TryGetProperty("filteringMode", out JsonElement mode) ? GuidanceFilter.None : mode.GetString() switch
    {
        null or "none" => GuidanceFilter.None,
        "age" => GuidanceFilter.Age,
        "lossrank" or "loss_rank" => GuidanceFilter.LossRank,
        string other => throw new FormatException($"The guidance has the filteringMode '{other}'; it must be 'none', 'age' or 'lossrank'."),
    };

    private static double Percentile(JsonElement root)
    {
        double percentile = root.TryGetProperty("filteringPercentile", out JsonElement value) ? value.GetDouble() : 0;
        return percentile is >= 0 and <= 100
            ? percentile
            : throw new FormatException(
                $"The guidance has the filteringPercentile {percentile.ToString(CultureInfo.InvariantCulture)}; it must be from 0 to 100.");
    }
}
