using System.Text.Json;

namespace Hypermax.Storage.Journal;

/// <summary>The members of journal records about several objectives and constraints; none where a study has neither.</summary>
internal static class ObjectivesJson
{
    /// <summary>Writes the members of a study record.</summary>
    public static void Write(Utf8JsonWriter writer, StudyHeader header)
    {
        if (header.ObjectiveNames.Count > 0)
        {
            writer.WriteStartArray("objectives");
            foreach (string name in header.ObjectiveNames)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }

        if (header.Constraints.Count > 0)
        {
            writer.WriteStartArray("constraints");
            foreach (OutcomeConstraint constraint in header.Constraints)
            {
                writer.WriteStartObject();
                WriteConstraint(writer, constraint);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Writes the members of a finish record.</summary>
    public static void Write(Utf8JsonWriter writer, TrialOutcome outcome)
    {
        if (outcome.Values is { Count: > 1 } values)
        {
            writer.WriteStartArray("values");
            foreach (double value in values)
            {
                writer.WriteNumberValue(value);
            }

            writer.WriteEndArray();
        }

        if (outcome.Constraints.Count > 0)
        {
            writer.WriteStartArray("constraints");
            foreach (ConstraintValue constraint in outcome.Constraints)
            {
                writer.WriteStartObject();
                WriteConstraint(writer, constraint.Constraint);
                writer.WriteNumber("value", constraint.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    /// <summary>Reads the names of the objectives of a study record.</summary>
    public static IReadOnlyList<string> ReadNames(JsonElement study) =>
        study.TryGetProperty("objectives", out JsonElement names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    /// <summary>Reads the constraints of a study record.</summary>
    public static IReadOnlyList<OutcomeConstraint> ReadConstraints(JsonElement study) =>
        study.TryGetProperty("constraints", out JsonElement constraints) ? [.. constraints.EnumerateArray().Select(ReadConstraint)] : [];

    /// <summary>Reads the values for constraints of a finish record; those that a study record declares have none.</summary>
    public static IReadOnlyList<ConstraintValue> ReadConstraintValues(JsonElement constraints) =>
        [.. constraints.EnumerateArray().Select(constraint => new ConstraintValue(ReadConstraint(constraint), OutcomeJson.Number(constraint, "value")))];

    private static OutcomeConstraint ReadConstraint(JsonElement constraint) => new(
        constraint.GetProperty("name").GetString()!,
        constraint.TryGetProperty("atMost", out JsonElement most) ? most.GetDouble() : double.PositiveInfinity,
        constraint.TryGetProperty("atLeast", out JsonElement least) ? least.GetDouble() : double.NegativeInfinity);

    private static void WriteConstraint(Utf8JsonWriter writer, OutcomeConstraint constraint)
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
}
