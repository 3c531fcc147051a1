using System.Text.Json;
using Hypermax.Trials.Json;

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
                ConstraintJson.Write(writer, constraint);
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
        study.TryGetProperty("constraints", out JsonElement constraints) ? [.. constraints.EnumerateArray().Select(ConstraintJson.Read)] : [];
}
