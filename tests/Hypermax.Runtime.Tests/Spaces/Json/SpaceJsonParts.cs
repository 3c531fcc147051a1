using System.Text.Json;
using Hypermax.Spaces;

namespace Hypermax.Tests.Spaces.Json;

/// <summary>Compares a space with the document it was read from, part by part: what shows nowhere was ignored.</summary>
internal static class SpaceJsonParts
{
    public static IEnumerable<string> Ignored(JsonElement json, SearchSpace space)
    {
        foreach (JsonProperty entry in json.EnumerateObject().Where(entry => entry.Value.ValueKind != JsonValueKind.Null))
        {
            bool shows = entry.Name switch
            {
                "name" => entry.Value.GetString() == space.Name,
                "params" => entry.Value.GetArrayLength() == space.Count,
                "relations" => entry.Value.GetArrayLength() == space.Relations.Count,
                _ => false,
            };
            if (!shows)
            {
                yield return entry.Name;
            }
        }

        int i = 0;
        foreach (JsonElement item in json.GetProperty("params").EnumerateArray())
        {
            Parameter parameter = space.Parameters[i++];
            foreach (JsonProperty entry in item.EnumerateObject().Where(entry => entry.Value.ValueKind != JsonValueKind.Null && !Shows(entry, parameter)))
            {
                yield return $"{parameter.Name}.{entry.Name}";
            }
        }
    }

    private static bool Shows(JsonProperty entry, Parameter parameter)
    {
        JsonElement value = entry.Value;
        return (entry.Name, parameter) switch
        {
            ("name", _) => value.GetString() == parameter.Name,
            ("type", NumericParameter numeric) => value.GetString() == (numeric.IsInteger ? "int" : "float"),
            ("type", _) => value.GetString() == "categorical",
            ("low", NumericParameter numeric) => value.GetDouble() == numeric.Low,
            ("high", NumericParameter numeric) => value.GetDouble() == numeric.High,
            ("step", NumericParameter numeric) => value.GetDouble() == numeric.Step,
            ("mean", NumericParameter numeric) => value.GetDouble() == numeric.Mean,
            ("deviation", NumericParameter numeric) => value.GetDouble() == numeric.Deviation,
            ("log", NumericParameter numeric) => value.GetBoolean() == numeric.IsLog,
            ("law", NumericParameter numeric) => string.Equals(value.GetString(), numeric.Law.ToString(), StringComparison.OrdinalIgnoreCase)
                || (value.GetString() == "uniform" && numeric.Law == Law.LogUniform),
            ("choices", CategoricalParameter categorical) => value.GetArrayLength() == categorical.Choices.Count,
            ("weights", CategoricalParameter categorical) => value.GetArrayLength() == categorical.Weights?.Count,
            ("ordered", CategoricalParameter categorical) => value.GetBoolean() == categorical.IsOrdered,
            ("when", _) => value.EnumerateObject().Count() == parameter.Conditions.Count,
            ("default", _) => parameter.Default is { } given && PointJson.ReadValue(parameter, value) == given,
            ("description", _) => value.GetString() == parameter.Description,
            ("unit", _) => value.GetString() == parameter.Unit,
            ("formerNames", _) => value.GetArrayLength() == parameter.FormerNames.Count,
            ("at", _) => parameter.Position is not null,
            _ => false,
        };
    }
}
