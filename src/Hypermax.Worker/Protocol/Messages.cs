using System.Runtime.InteropServices;
using System.Text.Json;
using Hypermax.Building;
using Hypermax.Execution.Said;
using Hypermax.Spaces;

namespace Hypermax.Worker.Protocol;

/// <summary>Writes every message that a worker sends.</summary>
internal static class Messages
{
    /// <summary>The version of the protocol.</summary>
    public const int Version = 2;

    public static void WriteReady(Utf8JsonWriter writer, string assembly, IEnumerable<ObjectiveDescriptor> objectives)
    {
        writer.WriteStartObject();
        writer.WriteNumber("protocol", Version);
        writer.WriteNumber("pid", Environment.ProcessId);
        writer.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        writer.WriteString("assembly", assembly);
        writer.WriteStartArray("objectives");
        foreach (ObjectiveDescriptor objective in objectives)
        {
            WriteObjective(writer, objective);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteRefusal(Utf8JsonWriter writer, ObjectiveSourceException error)
    {
        writer.WriteStartObject();
        writer.WriteNumber("protocol", Version);
        writer.WriteStartObject("refused");
        writer.WriteString("kind", error.Kind);
        writer.WriteString("message", error.Message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteBegun(Utf8JsonWriter writer, long id)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteBoolean("begun", true);
        writer.WriteEndObject();
    }

    public static void WriteReport(Utf8JsonWriter writer, long id, double value, long step)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteStartObject("report");
        writer.WriteNumber("step", step);
        Numbers.Write(writer, "value", value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void WriteMetric(Utf8JsonWriter writer, long id, string name, double value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteString("metric", name);
        Numbers.Write(writer, "value", value);
        writer.WriteEndObject();
    }

    public static void WriteAttribute(Utf8JsonWriter writer, long id, string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteString("attribute", name);
        writer.WriteString("text", value);
        writer.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter writer, long id, double value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        Numbers.Write(writer, "result", value);
        writer.WriteEndObject();
    }

    /// <summary>Writes the values of several objectives.</summary>
    public static void WriteValues(Utf8JsonWriter writer, long id, IReadOnlyList<double> values)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteStartArray("result");
        foreach (double value in values)
        {
            Numbers.Write(writer, value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteConstraint(Utf8JsonWriter writer, long id, OutcomeConstraint constraint, double value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteString("constraint", constraint.Name);
        WriteBounds(writer, constraint);
        Numbers.Write(writer, "value", value);
        writer.WriteEndObject();
    }

    public static void WriteStopped(Utf8JsonWriter writer, long id)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteBoolean("stopped", true);
        writer.WriteEndObject();
    }

    public static void WriteError(Utf8JsonWriter writer, long id, ThrownError error)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", id);
        writer.WriteStartObject("error");
        writer.WriteString("type", error.Type);
        writer.WriteString("message", error.Message);
        if (error.Position is { } position)
        {
            writer.WriteString("file", position.File);
            writer.WriteNumber("line", position.Line);
            writer.WriteNumber("column", position.Column);
        }

        writer.WriteString("stack", error.Stack);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteObjective(Utf8JsonWriter writer, ObjectiveDescriptor objective)
    {
        writer.WriteStartObject();
        writer.WriteString("name", objective.Name);
        writer.WriteStartObject("settings");
        foreach (KeyValuePair<string, string> setting in objective.Settings)
        {
            writer.WriteString(setting.Key, setting.Value);
        }

        writer.WriteEndObject();
        WriteFigures(writer, objective);
        writer.WriteStartObject("at");
        writer.WriteString("file", objective.Position.File);
        writer.WriteNumber("line", objective.Position.Line);
        writer.WriteNumber("column", objective.Position.Column);
        writer.WriteEndObject();
        writer.WritePropertyName("space");
        SpaceJson.Write(writer, objective.Space);
        writer.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter writer, ObjectiveDescriptor objective)
    {
        if (objective.Goals.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("goals");
        foreach (ObjectiveGoal goal in objective.Goals)
        {
            writer.WriteStartObject();
            writer.WriteString("name", goal.Name);
            writer.WriteString("direction", goal.Direction.ToWord());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("constraints");
        foreach (OutcomeConstraint constraint in objective.Constraints)
        {
            writer.WriteStartObject();
            writer.WriteString("name", constraint.Name);
            WriteBounds(writer, constraint);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteBounds(Utf8JsonWriter writer, OutcomeConstraint constraint)
    {
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
