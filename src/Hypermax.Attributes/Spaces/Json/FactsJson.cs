#if NET8_0_OR_GREATER
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>Reads everything about a parameter but its name, its distribution and its default.</summary>
internal static class FactsJson
{
    public static ParameterFacts Read(CheckedObject json, string name, List<Parameter> before) => new()
    {
        Conditions = json.Value("when") is { } when ? ReadConditions(when, json.PathOf("when"), name, before) : [],
        Description = json.Text("description"),
        Unit = json.Text("unit"),
        FormerNames = json.List("formerNames") is { } names ? [.. names.Select(former => CheckedObject.TextOf(former.Value, former.Path))] : [],
        Position = json.Value("at") is { } at
            ? ReadPosition(CheckedObject.Of(at, json.PathOf("at"), "a place in a source file", "file", "line", "column"))
            : null,
    };

    private static List<Condition> ReadConditions(JsonElement when, string path, string name, List<Parameter> before)
    {
        CheckedObject conditions = CheckedObject.Of(
            when, path, $"the conditions of '{name}', which are parameters before it", [.. before.Select(parameter => parameter.Name)]);
        return [
            .. when.EnumerateObject().Select(entry => ReadCondition(conditions, entry, before.FindIndex(parameter => parameter.Name == entry.Name), before)),
        ];
    }

    private static Condition ReadCondition(CheckedObject conditions, JsonProperty entry, int parent, List<Parameter> before)
    {
        string path = conditions.PathOf(entry.Name);
        if (entry.Value.ValueKind != JsonValueKind.Object)
        {
            double value = PointJson.ReadValue(before[parent], entry.Value);
            return new Condition(parent, value, value);
        }

        CheckedObject range = CheckedObject.Of(entry.Value, path, "a condition", "from", "to");
        (double low, double high) = (range.Number("from") ?? double.NegativeInfinity, range.Number("to") ?? double.PositiveInfinity);
        return low <= high
            ? new Condition(parent, low, high)
            : throw new FormatException(FormattableString.Invariant($"'{path}' goes from {low} to {high}; a range begins below its end. Swap the two."));
    }

    private static SourcePosition ReadPosition(CheckedObject at) => new(at.Text("file") ?? string.Empty, Whole(at, "line"), Whole(at, "column"));

    private static int Whole(CheckedObject at, string key) => at.Number(key) switch
    {
        null => 0,
        >= 0 and <= int.MaxValue and double number when number == Math.Floor(number) => (int)number,
        double other => throw new FormatException(
            FormattableString.Invariant($"'{at.PathOf(key)}' is {other}; it must be a whole number of 0 or more. Correct it.")),
    };
}
#endif
