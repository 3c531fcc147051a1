#if NET8_0_OR_GREATER
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>Reads spaces in the canonical form and in the looser form of the ask/tell protocol.</summary>
/// <remarks>Nothing is ignored: a key that is unknown, of no use where it stands, or of the wrong kind is an error that names its path.</remarks>
internal static class SpaceJsonReader
{
    private static readonly string[] Common = ["name", "type", "when", "default", "description", "unit", "formerNames", "at"];
    private static readonly string[] Numeric = ["low", "high", "log", "step", "law", "mean", "deviation"];
    private static readonly string[] Categorical = ["choices", "weights", "ordered"];

    /// <summary>Reads a space.</summary>
    /// <exception cref="FormatException">The document does not describe a space.</exception>
    public static SearchSpace Read(JsonElement json)
    {
        try
        {
            CheckedObject space = CheckedObject.Of(json, string.Empty, "a search space", "name", "params", "relations");
            string name = space.Text("name") ?? "space";
            List<Parameter> parameters = [];
            foreach ((JsonElement item, string path) in space.List("params")
                ?? throw new FormatException("A search space is an object with a list 'params'; see docs/formats/space.md."))
            {
                parameters.Add(ReadParameter(item, path, parameters));
            }

            return new SearchSpace(name, parameters, RelationJson.Read(space, parameters));
        }
        catch (ArgumentException error)
        {
            throw new FormatException(error.Message, error);
        }
        catch (InvalidOperationException error)
        {
            // Texts with half of a surrogate pair are JSON and yet no text.
            throw new FormatException($"The search space has a text that is none: {error.Message}", error);
        }
    }

    private static Parameter ReadParameter(JsonElement json, string path, List<Parameter> before)
    {
        CheckedObject any = CheckedObject.Of(json, path, "a parameter", [.. Common, .. Numeric, .. Categorical]);
        string name = any.Text("name") ?? throw new FormatException($"'{path}' has no 'name'; every parameter needs one. Add it.");
        string type = any.Text("type")
            ?? throw new FormatException($"'{path}' (parameter '{name}') has no 'type'; it is 'float', 'int' or 'categorical'. Add it.");
        bool isNumeric = type is "float" or "int";
        if (!isNumeric && type != "categorical")
        {
            throw new FormatException($"'{path}.type' (parameter '{name}') is '{type}'; it must be 'float', 'int' or 'categorical'. Use one of these.");
        }

        CheckedObject own = CheckedObject.Of(
            json, path, isNumeric ? $"the {type} '{name}'" : $"the categorical '{name}'", [.. Common, .. isNumeric ? Numeric : Categorical]);
        ParameterFacts facts = FactsJson.Read(own, name, before);
        Parameter parameter;
        try
        {
            parameter = isNumeric ? ReadNumeric(own, name, type == "int", facts) : ReadCategorical(own, name, facts);
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"'{path}': {error.Message}", error);
        }

        return own.Value("default") is { } value ? parameter.With(name, facts with { Default = PointJson.ReadValue(parameter, value) }) : parameter;
    }

    private static NumericParameter ReadNumeric(CheckedObject json, string name, bool isInteger, ParameterFacts facts)
    {
        Law law = ReadLaw(json, name);
        bool isNormal = law is Law.Normal or Law.LogNormal;
        foreach (string key in (string[])["mean", "deviation"])
        {
            if (isNormal != json.Value(key) is not null)
            {
                throw new FormatException(isNormal
                    ? $"'{json.PathOf(key)}' is missing; parameter '{name}' has a normal law, which needs 'mean' and 'deviation'. Add it."
                    : $"'{json.PathOf(key)}' is of no use; parameter '{name}' is uniform. Add \"law\":\"normal\", or remove it.");
            }
        }

        double low = json.Number("low", isInteger)
            ?? (law == Law.LogNormal ? 0 : law == Law.Normal ? double.NegativeInfinity : throw Missing(json, "low", name));
        double high = json.Number("high", isInteger) ?? (isNormal ? double.PositiveInfinity : throw Missing(json, "high", name));
        return new NumericParameter(
            name, law, low, high, json.Number("step"), isInteger, json.Number("mean") ?? double.NaN, json.Number("deviation") ?? double.NaN, facts);
    }

    private static Law ReadLaw(CheckedObject json, string name)
    {
        bool isLog = json.Flag("log");
        Law law = json.Text("law") switch
        {
            null or "uniform" => isLog ? Law.LogUniform : Law.Uniform,
            "logUniform" => Law.LogUniform,
            "normal" => Law.Normal,
            "logNormal" => Law.LogNormal,
            string other => throw new FormatException(
                $"'{json.PathOf("law")}' (parameter '{name}') is '{other}'; it must be 'uniform', 'logUniform', 'normal' or 'logNormal'. Use one of these."),
        };
        bool contradicts = json.Value("log") is not null && isLog != (law is Law.LogUniform or Law.LogNormal);
        return contradicts
            ? throw new FormatException(
                $"'{json.PathOf("log")}' (parameter '{name}') contradicts the law '{json.Text("law")}'; "
                + $"remove 'log', or use {(isLog ? "'logUniform' or 'logNormal'" : "'uniform' or 'normal'")}.")
            : law;
    }

    private static CategoricalParameter ReadCategorical(CheckedObject json, string name, ParameterFacts facts)
    {
        IReadOnlyList<(JsonElement Value, string Path)> choices = json.List("choices")
            ?? throw new FormatException($"'{json.PathOf("choices")}' is missing; the categorical parameter '{name}' needs a list of values. Add it.");
        double[]? weights = json.List("weights")?.Select(weight => CheckedObject.NumberOf(weight.Value, weight.Path)).ToArray();
        return new CategoricalParameter(
            name, choices.Select(choice => PointJson.ReadChoice(name, choice.Value)).ToArray(), weights, json.Flag("ordered"), facts);
    }

    private static FormatException Missing(CheckedObject json, string key, string name) =>
        new($"'{json.PathOf(key)}' is missing; parameter '{name}' is uniform, which needs the bounds 'low' and 'high'. Add it.");
}
#endif
