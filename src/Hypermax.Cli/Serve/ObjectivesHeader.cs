using System.Text.Json;
using Hypermax.Settings;

namespace Hypermax.Serve;

/// <summary>Several objectives, and constraints, as the header gives them.</summary>
/// <remarks>
/// <c>"objectives":[{"name":"error","direction":"minimize"},…]</c>; <c>"constraints":4</c> for values that are kept at 0 and below, or
/// <c>"constraints":[{"name":"p99","atMost":20},…]</c>.
/// </remarks>
internal static class ObjectivesHeader
{
    /// <summary>The keys of the header that are read here.</summary>
    public static readonly string[] Keys = ["objectives", "constraints"];

    private const int MostConstraints = 100;

    /// <summary>Adds to options what the header says.</summary>
    /// <param name="header">The header.</param>
    /// <param name="options">The options without it.</param>
    /// <param name="hasDirection">Whether the direction of one objective is given as well.</param>
    /// <exception cref="FormatException">A value is missing or of the wrong kind; the message names it.</exception>
    public static StudyOptions Apply(JsonElement header, StudyOptions options, bool hasDirection)
    {
        if (Given(header, "objectives") is { } objectives)
        {
            if (hasDirection)
            {
                throw new FormatException("the header has both 'direction' and 'objectives', which have directions of their own; give one of them");
            }

            const string Example = "{\"name\":\"error\",\"direction\":\"minimize\"}";
            (string Name, Direction Direction)[] read = [.. Items(objectives, "objectives", Example).Select(Objective)];
            options = options with { Directions = [.. read.Select(item => item.Direction)], ObjectiveNames = [.. read.Select(item => item.Name)] };
        }

        return Given(header, "constraints") is { } constraints ? options with { Constraints = Constraints(constraints) } : options;
    }

    private static OutcomeConstraint[] Constraints(JsonElement given)
    {
        if (given.ValueKind == JsonValueKind.Number)
        {
            return given.TryGetInt32(out int count) && count is >= 0 and <= MostConstraints
                ? [.. Enumerable.Range(1, count).Select(i => new OutcomeConstraint(FormattableString.Invariant($"constraint {i}"), AtMost: 0))]
                : throw new FormatException(FormattableString.Invariant(
                    $"'constraints' is {given.GetRawText()}; it must be how many there are, from 0 to {MostConstraints}, or a list of them"));
        }

        return [.. Items(given, "constraints", "{\"name\":\"p99\",\"atMost\":20}").Select(item => new OutcomeConstraint(
            Name(item, "constraints"), Bound(item, "atMost") ?? double.PositiveInfinity, Bound(item, "atLeast") ?? double.NegativeInfinity))];
    }

    private static (string Name, Direction Direction) Objective(JsonElement item)
    {
        string word = item.TryGetProperty("direction", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "minimize";
        return DirectionExtensions.TryRead(word, out Direction direction)
            ? (Name(item, "objectives"), direction)
            : throw new FormatException($"the 'direction' of an objective is '{word}'; it must be 'minimize' or 'maximize'");
    }

    private static JsonElement[] Items(JsonElement given, string key, string example) =>
        given.ValueKind == JsonValueKind.Array && given.GetArrayLength() > 0 && given.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
        ? [.. given.EnumerateArray()]
        : throw new FormatException($"'{key}' is {given.GetRawText()}; it must be a list of objects such as {example}");

    private static string Name(JsonElement item, string key) => item.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String
        ? name.GetString()!
        : throw new FormatException($"one of the '{key}' has no text 'name'; name what is measured");

    private static double? Bound(JsonElement item, string key) =>
        Given(item, key) is not { } bound ? null
        : bound.ValueKind == JsonValueKind.Number ? bound.GetDouble()
        : throw new FormatException($"'{key}' is {bound.GetRawText()}; it must be a number");

    private static JsonElement? Given(JsonElement body, string key) =>
        body.TryGetProperty(key, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
