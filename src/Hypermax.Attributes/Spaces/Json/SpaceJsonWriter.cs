#if NET8_0_OR_GREATER
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>Writes spaces in their canonical form: fixed key order, absent keys for defaults.</summary>
internal static class SpaceJsonWriter
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter writer, SearchSpace space, bool everything)
    {
        writer.WriteStartObject();
        if (everything)
        {
            writer.WriteString("name", space.Name);
        }

        writer.WriteStartArray("params");
        foreach (Parameter parameter in space.Parameters)
        {
            WriteParameter(writer, space, parameter, everything);
        }

        writer.WriteEndArray();
        if (space.Relations.Count > 0)
        {
            writer.WriteStartArray("relations");
            foreach (Relation relation in space.Relations)
            {
                RelationJson.Write(writer, space, relation);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter writer, SearchSpace space, Parameter parameter, bool everything)
    {
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        if (parameter is NumericParameter numeric)
        {
            WriteNumeric(writer, numeric);
        }
        else
        {
            WriteCategorical(writer, (CategoricalParameter)parameter);
        }

        WriteConditions(writer, space, parameter);
        if (everything)
        {
            WriteFacts(writer, parameter);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumeric(Utf8JsonWriter writer, NumericParameter parameter)
    {
        writer.WriteString("type", parameter.IsInteger ? "int" : "float");
        WriteFinite(writer, "low", parameter.Low);
        WriteFinite(writer, "high", parameter.High);
        switch (parameter.Law)
        {
            case Law.LogUniform:
                writer.WriteBoolean("log", true);
                break;
            case Law.Normal or Law.LogNormal:
                writer.WriteString("law", parameter.Law == Law.Normal ? "normal" : "logNormal");
                writer.WriteNumber("mean", parameter.Mean);
                writer.WriteNumber("deviation", parameter.Deviation);
                break;
        }

        if (parameter.Step is double step && !(parameter.IsInteger && step == 1))
        {
            writer.WriteNumber("step", step);
        }
    }

    private static void WriteFinite(Utf8JsonWriter writer, string key, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(key, value);
        }
    }

    private static void WriteCategorical(Utf8JsonWriter writer, CategoricalParameter parameter)
    {
        writer.WriteString("type", "categorical");
        writer.WriteStartArray("choices");
        foreach (object choice in parameter.Choices)
        {
            PointJson.WriteChoice(writer, choice);
        }

        writer.WriteEndArray();
        if (parameter.Weights is not null)
        {
            writer.WriteStartArray("weights");
            foreach (double weight in parameter.Weights)
            {
                writer.WriteNumberValue(weight);
            }

            writer.WriteEndArray();
        }

        if (parameter.IsOrdered)
        {
            writer.WriteBoolean("ordered", true);
        }
    }

    private static void WriteConditions(Utf8JsonWriter writer, SearchSpace space, Parameter parameter)
    {
        if (parameter.Conditions.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("when");
        foreach (Condition condition in parameter.Conditions)
        {
            Parameter parent = space.Parameters[condition.Parent];
            writer.WritePropertyName(parent.Name);
            if (parent is CategoricalParameter categorical && condition.Low == condition.High)
            {
                PointJson.WriteChoice(writer, categorical.Choices[(int)condition.Low]);
                continue;
            }

            writer.WriteStartObject();
            WriteFinite(writer, "from", condition.Low);
            WriteFinite(writer, "to", condition.High);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter writer, Parameter parameter)
    {
        if (parameter.Default is double value)
        {
            writer.WritePropertyName("default");
            PointJson.WriteValue(writer, parameter, value);
        }

        WriteText(writer, "description", parameter.Description);
        WriteText(writer, "unit", parameter.Unit);
        if (parameter.FormerNames.Count > 0)
        {
            writer.WriteStartArray("formerNames");
            foreach (string name in parameter.FormerNames)
            {
                writer.WriteStringValue(name);
            }

            writer.WriteEndArray();
        }

        if (parameter.Position is { } position)
        {
            writer.WriteStartObject("at");
            writer.WriteString("file", position.File);
            writer.WriteNumber("line", position.Line);
            writer.WriteNumber("column", position.Column);
            writer.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string key, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(key, text);
        }
    }
}
#endif
