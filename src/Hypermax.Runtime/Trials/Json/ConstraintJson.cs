using System.Text.Json;

namespace Hypermax.Trials.Json;

/// <summary>Constraints in JSON: a name and the bounds that there are.</summary>
internal static class ConstraintJson
{
    public static void Write(Utf8JsonWriter writer, OutcomeConstraint constraint)
    {
        writer.WriteString("name", constraint.Name);
        if (double.IsFinite(constraint.AtMost))
        {
            writer.WriteNumber("atMost", constraint.AtMost);
        }

        if (double.IsFinite(constraint.AtLeast))
        {
            writer.WriteNumber("atLeast", constraint.AtLeast);
        }
    }

    public static OutcomeConstraint Read(JsonElement constraint) => new(
        constraint.GetProperty("name").GetString()!,
        constraint.TryGetProperty("atMost", out JsonElement most) ? most.GetDouble() : double.PositiveInfinity,
        constraint.TryGetProperty("atLeast", out JsonElement least) ? least.GetDouble() : double.NegativeInfinity);
}
