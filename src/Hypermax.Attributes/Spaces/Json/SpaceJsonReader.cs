#if NET8_0_OR_GREATER
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>Reads spaces in the canonical form and in the looser form of the ask/tell protocol.</summary>
internal static class SpaceJsonReader
{
    public static SearchSpace Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("params", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("A search space is an object with a list 'params'; see docs/formats/space.md.");
        }

        string name = json.TryGetProperty("name", out JsonElement given) ? given.GetString() ?? "space" : "space";
        List<Parameter> parameters = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            parameters.Add(ReadParameter(item, parameters));
        }

        try
        {
            return new SearchSpace(name, parameters, RelationJson.Read(json, parameters));
        }
        catch (ArgumentException error)
        {
            throw new FormatException(error.Message, error);
        }
    }

    private static Parameter ReadParameter(JsonElement json, List<Parameter> before)
    {
        string name = Text(json, "name") ?? throw new FormatException($"Parameter {before.Count} has no 'name'; every parameter needs one.");
        string type = Text(json, "type") ?? throw new FormatException($"Parameter '{name}' has no 'type'; it is 'float', 'int' or 'categorical'.");
        try
        {
            ParameterFacts facts = ReadFacts(json, name, before);
            Parameter parameter = type switch
            {
                "float" or "int" => ReadNumeric(json, name, type == "int", facts),
                "categorical" => ReadCategorical(json, name, facts),
                _ => throw new FormatException($"Parameter '{name}' has the type '{type}'; it must be 'float', 'int' or 'categorical'."),
            };
            return json.TryGetProperty("default", out JsonElement value) && value.ValueKind != JsonValueKind.Null
                ? parameter.With(name, facts with { Default = PointJson.ReadValue(parameter, value) })
                : parameter;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"Parameter '{name}': {error.Message}", error);
        }
    }

    private static NumericParameter ReadNumeric(JsonElement json, string name, bool isInteger, ParameterFacts facts)
    {
        Law law = Text(json, "law") switch
        {
            null or "uniform" => Flag(json, "log") ? Law.LogUniform : Law.Uniform,
            "logUniform" => Law.LogUniform,
            "normal" => Law.Normal,
            "logNormal" => Law.LogNormal,
            string other => throw new FormatException($"Parameter '{name}' has the law '{other}'; it must be 'uniform', 'logUniform', 'normal' or 'logNormal'."),
        };
        double lowest = law == Law.LogNormal ? 0 : law == Law.Normal ? double.NegativeInfinity : double.NaN;
        double highest = law is Law.Normal or Law.LogNormal ? double.PositiveInfinity : double.NaN;
        return new NumericParameter(
            name,
            law,
            Number(json, "low") ?? lowest,
            Number(json, "high") ?? highest,
            Number(json, "step"),
            isInteger,
            Number(json, "mean") ?? double.NaN,
            Number(json, "deviation") ?? double.NaN,
            facts);
    }

    private static CategoricalParameter ReadCategorical(JsonElement json, string name, ParameterFacts facts)
    {
        if (!json.TryGetProperty("choices", out JsonElement choices) || choices.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException($"Parameter '{name}' has no list 'choices'; a categorical parameter needs one.");
        }

        IEnumerable<double>? weights = json.TryGetProperty("weights", out JsonElement given) && given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray().Select(weight => weight.GetDouble()).ToArray()
            : null;
        return new CategoricalParameter(name, choices.EnumerateArray().Select(choice => PointJson.ReadChoice(name, choice)).ToArray(), weights, Flag(json, "ordered"), facts);
    }

    private static ParameterFacts ReadFacts(JsonElement json, string name, List<Parameter> before)
    {
        List<Condition> conditions = [];
        if (json.TryGetProperty("when", out JsonElement when) && when.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty entry in when.EnumerateObject())
            {
                conditions.Add(ReadCondition(name, entry, before));
            }
        }

        return new ParameterFacts
        {
            Conditions = conditions,
            Description = Text(json, "description"),
            Unit = Text(json, "unit"),
            FormerNames = json.TryGetProperty("formerNames", out JsonElement names) && names.ValueKind == JsonValueKind.Array
                ? [.. names.EnumerateArray().Select(former => former.GetString() ?? string.Empty)]
                : [],
            Position = json.TryGetProperty("at", out JsonElement at) && at.ValueKind == JsonValueKind.Object
                ? new SourcePosition(Text(at, "file") ?? string.Empty, (int)(Number(at, "line") ?? 0), (int)(Number(at, "column") ?? 0))
                : null,
        };
    }

    private static Condition ReadCondition(string name, JsonProperty entry, List<Parameter> before)
    {
        int parent = before.FindIndex(parameter => parameter.Name == entry.Name);
        if (parent < 0)
        {
            throw new FormatException($"Parameter '{name}' depends on '{entry.Name}', which does not stand before it; parents come first.");
        }

        if (entry.Value.ValueKind == JsonValueKind.Object)
        {
            return new Condition(parent, Number(entry.Value, "from") ?? double.NegativeInfinity, Number(entry.Value, "to") ?? double.PositiveInfinity);
        }

        double value = PointJson.ReadValue(before[parent], entry.Value);
        return new Condition(parent, value, value);
    }

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static double? Number(JsonElement json, string key) =>
        json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
#endif
