#if NET8_0_OR_GREATER
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hypermax.Spaces;

/// <summary>The flat JSON form of a point: an object from the paths of the active parameters to their values.</summary>
public static class PointJson
{
    /// <summary>Writes a point as one line of JSON.</summary>
    /// <param name="space">The space.</param>
    /// <param name="vector">The point in vector form.</param>
    public static string Write(SearchSpace space, ReadOnlySpan<double> vector)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, SpaceJsonWriter.Options))
        {
            Write(writer, space, vector);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes a point as a value of a larger JSON text.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="space">The space.</param>
    /// <param name="vector">The point in vector form; inactive parameters are left out.</param>
    public static void Write(Utf8JsonWriter writer, SearchSpace space, ReadOnlySpan<double> vector)
    {
        writer.WriteStartObject();
        for (int i = 0; i < space.Count; i++)
        {
            if (!double.IsNaN(vector[i]))
            {
                writer.WritePropertyName(space.Parameters[i].Name);
                WriteValue(writer, space.Parameters[i], vector[i]);
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads and checks a point: every active parameter must be there with a value it can have.</summary>
    /// <param name="space">The space.</param>
    /// <param name="json">The object.</param>
    /// <returns>The point.</returns>
    /// <exception cref="FormatException">A key is unknown, missing, or that of a parameter that does not exist at the point, or a value is of the wrong kind
    /// or out of range; the message names it.</exception>
    public static Point Read(SearchSpace space, JsonElement json)
    {
        double[] vector = ReadVector(space, json);
        for (int i = 0; i < vector.Length; i++)
        {
            if (double.IsNaN(vector[i]) && json.TryGetProperty(space.Parameters[i].Name, out JsonElement value))
            {
                throw new FormatException(
                    $"Parameter '{space.Parameters[i].Name}' has the value {value.GetRawText()} but does not exist where "
                    + $"{string.Join(" and ", space.Parameters[i].Conditions.Select(condition => Chosen(space, condition, vector)))}. "
                    + "Leave it out, or choose the branch that it belongs to.");
            }
        }

        return Point.Owning(vector);
    }

    /// <summary>Reads and checks a point as <see cref="Read"/> does; keys of parameters that do not exist there are passed over.</summary>
    internal static double[] ReadVector(SearchSpace space, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("A point is an object from parameter names to values.");
        }

        foreach (JsonProperty entry in json.EnumerateObject())
        {
            if (space.IndexOf(entry.Name) < 0)
            {
                throw new FormatException(
                    $"'{entry.Name}' is no parameter of space '{space.Name}'; "
                    + $"its parameters are {string.Join(", ", space.Parameters.Select(parameter => parameter.Name))}.");
            }
        }

        double[] vector = new double[space.Count];
        for (int i = 0; i < space.Count; i++)
        {
            vector[i] = space.IsActive(i, vector) ? ReadActive(space.Parameters[i], json) : double.NaN;
        }

        return vector;
    }

    /// <summary>Gets a value in external form: a string, a boolean, a long or a double.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value in vector form; not NaN.</param>
    public static object ToExternal(Parameter parameter, double value) => parameter switch
    {
        CategoricalParameter categorical => categorical.Choices[(int)value],
        NumericParameter { IsInteger: true } => (long)value,
        _ => value,
    };

    /// <summary>Gets a value as text, invariant to culture.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value in vector form; NaN gives the empty text.</param>
    public static string ToText(Parameter parameter, double value) => double.IsNaN(value) ? string.Empty : ToExternal(parameter, value) switch
    {
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        object other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Writes one value in external form: a string, a boolean or a number.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value in vector form; not NaN.</param>
    public static void WriteValue(Utf8JsonWriter writer, Parameter parameter, double value) => WriteChoice(writer, ToExternal(parameter, value));

    internal static void WriteChoice(Utf8JsonWriter writer, object choice)
    {
        switch (choice)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            default:
                writer.WriteNumberValue((double)choice);
                break;
        }
    }

    internal static object ReadChoice(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.TryGetInt64(out long whole) ? (object)whole : json.GetDouble(),
        _ => throw new FormatException($"Parameter '{name}' has the choice {json.GetRawText()}; choices are strings, numbers or booleans."),
    };

    /// <summary>Reads the value of one parameter in external form.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="json">A number, or a choice as it was written.</param>
    /// <returns>The value in vector form.</returns>
    /// <exception cref="FormatException">The parameter cannot have that value; the message names both.</exception>
    public static double ReadValue(Parameter parameter, JsonElement json)
    {
        if (parameter is CategoricalParameter categorical)
        {
            int index = categorical.IndexOf(ReadChoice(parameter.Name, json));
            return index >= 0
                ? index
                : throw new FormatException(
                    $"Parameter '{parameter.Name}' has the value {json.GetRawText()}, which is none of its choices: "
                    + $"{string.Join(", ", categorical.Choices.Select((_, i) => ToText(parameter, i)))}.");
        }

        NumericParameter numeric = (NumericParameter)parameter;
        if (json.ValueKind != JsonValueKind.Number)
        {
            throw new FormatException($"Parameter '{parameter.Name}' has the value {json.GetRawText()}; it must be a number.");
        }

        double value = json.GetDouble();
        return numeric.Contains(value)
            ? numeric.Snap(value)
            : throw new FormatException(
                $"Parameter '{parameter.Name}' has the value {json.GetRawText()}; "
                + $"it must lie between {Text(numeric.Low)} and "
                + $"{Text(numeric.High)}{(numeric.Step is double step ? " in steps of " + Text(step) : string.Empty)}.");
    }

    private static string Chosen(SearchSpace space, Condition condition, double[] vector)
    {
        Parameter parent = space.Parameters[condition.Parent];
        return double.IsNaN(vector[condition.Parent]) ? $"'{parent.Name}' does not exist" : $"'{parent.Name}' is {ToText(parent, vector[condition.Parent])}";
    }

    private static double ReadActive(Parameter parameter, JsonElement json) =>
        json.TryGetProperty(parameter.Name, out JsonElement value)
            ? ReadValue(parameter, value)
            : throw new FormatException($"Parameter '{parameter.Name}' is missing; every parameter that exists under the chosen branches needs a value.");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
#endif
