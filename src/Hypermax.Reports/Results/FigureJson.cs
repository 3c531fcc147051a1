using System.Text.Json;
using Hypermax.Storage;
using Hypermax.Writing;

namespace Hypermax.Results;

/// <summary>Writes the objectives and constraints of trials by their names.</summary>
internal static class FigureJson
{
    /// <summary>Writes the member <c>objectives</c> with the values of a trial.</summary>
    public static void WriteValues(Utf8JsonWriter writer, StudyHeader header, TrialRecord trial)
    {
        writer.WriteStartObject("objectives");
        for (int i = 0; i < trial.Values.Count; i++)
        {
            writer.WriteFinite(header.ObjectiveName(i), trial.Values[i]);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>constraints</c> with the values of a trial; nothing where it has none.</summary>
    public static void WriteConstraints(Utf8JsonWriter writer, TrialRecord trial)
    {
        if (trial.Constraints.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("constraints");
        foreach (ConstraintValue constraint in trial.Constraints)
        {
            writer.WriteFinite(constraint.Name, constraint.Value);
        }

        writer.WriteEndObject();
    }
}
