using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hypermax.Spaces.Schema;

/// <summary>Writes the JSON Schema (2020-12) of a space's points in flat form: what <see cref="PointJson"/> reads.</summary>
/// <remarks>Conditions become <c>if</c>/<c>then</c> rules: a parameter is required while its conditions hold.</remarks>
internal static class ParameterSchema
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the schema as indented text.</summary>
    /// <param name="space">The space.</param>
    public static string Write(SearchSpace space)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("title", space.Name);
            writer.WriteString("type", "object");
            writer.WriteStartObject("properties");
            foreach (Parameter parameter in space.Parameters)
            {
                writer.WritePropertyName(parameter.Name);
                Property(writer, parameter);
            }

            writer.WriteEndObject();
            Required(writer, space.Parameters.Where(parameter => parameter.Conditions.Count == 0));
            Conditions(writer, space);
            writer.WriteBoolean("additionalProperties", false);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Property(Utf8JsonWriter writer, Parameter parameter)
    {
        writer.WriteStartObject();
        if (parameter.Description is not null)
        {
            writer.WriteString("description", parameter.Description);
        }

        if (parameter is CategoricalParameter categorical)
        {
            writer.WriteStartArray("enum");
            foreach (object choice in categorical.Choices)
            {
                PointJson.WriteChoice(writer, choice);
            }

            writer.WriteEndArray();
        }
        else
        {
            Numeric(writer, (NumericParameter)parameter);
        }

        if (parameter.Default is double value)
        {
            writer.WritePropertyName("default");
            PointJson.WriteValue(writer, parameter, value);
        }

        writer.WriteEndObject();
    }

    private static void Numeric(Utf8JsonWriter writer, NumericParameter parameter)
    {
        writer.WriteString("type", parameter.IsInteger ? "integer" : "number");
        if (double.IsFinite(parameter.Low))
        {
            writer.WriteNumber("minimum", parameter.Low);
        }

        if (double.IsFinite(parameter.High))
        {
            writer.WriteNumber("maximum", parameter.High);
        }

        // multipleOf counts from 0, so it only says the truth for grids that contain 0.
        if (parameter.Step is double step && Math.Abs(Math.IEEERemainder(double.IsFinite(parameter.Low) ? parameter.Low : 0, step)) < 1e-9 * step)
        {
            writer.WriteNumber("multipleOf", step);
        }
    }

    private static void Required(Utf8JsonWriter writer, IEnumerable<Parameter> parameters)
    {
        writer.WriteStartArray("required");
        foreach (Parameter parameter in parameters)
        {
            writer.WriteStringValue(parameter.Name);
        }

        writer.WriteEndArray();
    }

    private static void Conditions(Utf8JsonWriter writer, SearchSpace space)
    {
        Parameter[] dependent = [.. space.Parameters.Where(parameter => parameter.Conditions.Count > 0)];
        if (dependent.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("allOf");
        foreach (Parameter parameter in dependent)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("if");
            writer.WriteStartObject("properties");
            foreach (Condition condition in parameter.Conditions)
            {
                Parameter parent = space.Parameters[condition.Parent];
                writer.WritePropertyName(parent.Name);
                Test(writer, parent, condition);
            }

            writer.WriteEndObject();
            Required(writer, parameter.Conditions.Select(condition => space.Parameters[condition.Parent]));
            writer.WriteEndObject();
            writer.WriteStartObject("then");
            Required(writer, [parameter]);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Test(Utf8JsonWriter writer, Parameter parent, Condition condition)
    {
        writer.WriteStartObject();
        if (parent is CategoricalParameter categorical)
        {
            writer.WriteStartArray("enum");
            for (int i = (int)Math.Max(0, condition.Low); i < categorical.Choices.Count && i <= condition.High; i++)
            {
                PointJson.WriteChoice(writer, categorical.Choices[i]);
            }

            writer.WriteEndArray();
        }
        else
        {
            if (double.IsFinite(condition.Low))
            {
                writer.WriteNumber("minimum", condition.Low);
            }

            if (double.IsFinite(condition.High))
            {
                writer.WriteNumber("maximum", condition.High);
            }
        }

        writer.WriteEndObject();
    }
}
