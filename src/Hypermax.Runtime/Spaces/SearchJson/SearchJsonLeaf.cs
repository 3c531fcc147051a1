using System.Globalization;
using System.Text.Json;

namespace Hypermax.Spaces.SearchJson;

/// <summary>Writes one parameter as a node.</summary>
internal static class SearchJsonLeaf
{
    private const int MostLevels = 1000;

    /// <summary>Writes the contents of the node.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="orNull">Whether null is one more choice.</param>
    public static void Write(Utf8JsonWriter writer, Parameter parameter, bool orNull)
    {
        if (parameter is CategoricalParameter categorical)
        {
            Categorical(writer, categorical, orNull);
        }
        else
        {
            Numeric(writer, (NumericParameter)parameter);
        }

        if (parameter.Default is double start)
        {
            writer.WritePropertyName("default");
            PointJson.WriteValue(writer, parameter, start);
        }

        Text(writer, "unit", parameter.Unit);
        Text(writer, "description", parameter.Description);
    }

    public static void Weights(Utf8JsonWriter writer, IReadOnlyList<double>? weights)
    {
        if (weights is null)
        {
            return;
        }

        writer.WriteStartArray("weights");
        foreach (double weight in weights)
        {
            writer.WriteNumberValue(weight);
        }

        writer.WriteEndArray();
    }

    private static void Categorical(Utf8JsonWriter writer, CategoricalParameter parameter, bool orNull)
    {
        writer.WriteString(
            "type",
            parameter.Choices.All(choice => choice is bool) ? "boolean" : parameter.Choices.All(choice => choice is long or double) ? "number" : "string");
        if (parameter.IsConstant && !orNull)
        {
            writer.WritePropertyName("constant");
            PointJson.WriteChoice(writer, parameter.Choices[0]);
            return;
        }

        writer.WriteStartArray("enum");
        foreach (object choice in parameter.Choices)
        {
            PointJson.WriteChoice(writer, choice);
        }

        if (orNull)
        {
            writer.WriteNullValue();
        }

        writer.WriteEndArray();
        Weights(writer, parameter.Weights);
        if (parameter.IsOrdered)
        {
            writer.WriteBoolean("ordered", true);
        }
    }

    private static void Numeric(Utf8JsonWriter writer, NumericParameter parameter)
    {
        if (parameter.Step is double distance && !IsMultiple(parameter.Low, distance))
        {
            Levels(writer, parameter);
            return;
        }

        bool isNormal = parameter.Law is Law.Normal or Law.LogNormal;
        writer.WriteString("type", "number");
        writer.WriteString("mode", isNormal ? "normal" : "uniform");
        writer.WriteString("scaling", parameter.IsLog ? "logarithmic" : "linear");
        if (isNormal)
        {
            writer.WriteNumber("mean", parameter.IsLog ? Exp(parameter.Mean) : parameter.Mean);
            writer.WriteNumber("stddev", parameter.IsLog ? Exp(parameter.Deviation) : parameter.Deviation);
        }

        if (double.IsFinite(parameter.Low) && !(parameter.Law == Law.LogNormal && parameter.Low == 0))
        {
            writer.WriteNumber("min", parameter.Low);
        }

        if (double.IsFinite(parameter.High))
        {
            writer.WriteNumber("max", parameter.High);
        }

        if (parameter.Step is double step)
        {
            writer.WriteNumber("rounding", step);
        }
    }

    // Roundings are multiples of the step. A grid that begins elsewhere has no form but the list of its values.
    private static void Levels(Utf8JsonWriter writer, NumericParameter parameter)
    {
        Dimension dimension = new(parameter);
        if (parameter.Law != Law.Uniform || dimension.LevelCount is 0 or > MostLevels)
        {
            throw new NotSupportedException(
                FormattableString.Invariant($"Parameter '{parameter.Name}' has steps of {parameter.Step} from {parameter.Low} on; ")
                + "search.json has multiples of the step only. Move the lower bound to a multiple.");
        }

        writer.WriteString("type", "number");
        writer.WriteStartArray("enum");
        for (int i = 0; i < dimension.LevelCount; i++)
        {
            writer.WriteNumberValue(dimension.LevelValue(i));
        }

        writer.WriteEndArray();
        writer.WriteBoolean("ordered", true);
    }

    private static bool IsMultiple(double value, double step) =>
        double.IsInfinity(value) || Math.Abs((value / step) - Math.Round(value / step)) <= 1e-9 * Math.Max(1, Math.Abs(value / step));

    // The shortest number whose logarithm is the one given, so that 100 does not come back as 100.00000000000004.
    private static double Exp(double logarithm)
    {
        double number = Math.Exp(logarithm);
        foreach (string format in (string[])["G12", "G15", "G16"])
        {
            double shorter = double.Parse(number.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (Math.Log(shorter) == logarithm)
            {
                return shorter;
            }
        }

        return number;
    }

    private static void Text(Utf8JsonWriter writer, string key, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(key, text);
        }
    }
}
