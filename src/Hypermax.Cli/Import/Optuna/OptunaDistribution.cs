using System.Globalization;
using System.Text.Json;

namespace Hypermax.Import.Optuna;

/// <summary>A distribution of Optuna's, of all versions: <c>{"name":"FloatDistribution","attributes":{…}}</c>.</summary>
/// <param name="Low">The lower bound; NaN for choices.</param>
/// <param name="High">The upper bound; NaN for choices.</param>
/// <param name="IsLog">Whether the scale is logarithmic.</param>
/// <param name="Step">The step, or null.</param>
/// <param name="IsWhole">Whether values are whole.</param>
/// <param name="Choices">The choices, or null for numbers; what is no text, boolean or number is its JSON.</param>
internal sealed record OptunaDistribution(double Low, double High, bool IsLog, double? Step, bool IsWhole, IReadOnlyList<object>? Choices)
{
    /// <summary>Reads a distribution.</summary>
    /// <exception cref="ImportException">There is no such distribution.</exception>
    public static OptunaDistribution Read(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        string name = document.RootElement.GetProperty("name").GetString()!;
        JsonElement attributes = document.RootElement.GetProperty("attributes");
        double Number(string key) => attributes.GetProperty(key).GetDouble();
        double? Optional(string key) =>
            attributes.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
        bool isLog = name.Contains("LogUniform", StringComparison.Ordinal)
            || (attributes.TryGetProperty("log", out JsonElement log) && log.ValueKind == JsonValueKind.True);
        return name switch
        {
            "FloatDistribution" or "UniformDistribution" or "LogUniformDistribution" => new(
                Number("low"), Number("high"), isLog, Optional("step"), false, null),
            "DiscreteUniformDistribution" => new(Number("low"), Number("high"), false, Optional("q"), false, null),
            "IntDistribution" or "IntUniformDistribution" or "IntLogUniformDistribution" => new(
                Number("low"), Number("high"), isLog, isLog ? 1 : Optional("step") ?? 1, true, null),
            "CategoricalDistribution" => new(
                double.NaN, double.NaN, false, null, false, [.. attributes.GetProperty("choices").EnumerateArray().Select(Choice)]),
            _ => throw new ImportException(
                $"A parameter has the distribution '{name}', which is none of Optuna's that are known. "
                + "Export the study as a table and import that with --space."),
        };
    }

    /// <summary>Gets a value in external form.</summary>
    public object External(double value) => Choices is null ? value : Choices[(int)value];

    private static object Choice(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => "None",
        JsonValueKind.Number when value.TryGetInt64(out long whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        _ => Convert.ToString(value.GetRawText(), CultureInfo.InvariantCulture)!,
    };
}
