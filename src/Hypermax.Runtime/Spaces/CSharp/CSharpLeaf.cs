using System.Globalization;
using System.Text;

namespace Hypermax.Spaces.CSharp;

/// <summary>Writes the attribute and the type of one parameter.</summary>
internal static class CSharpLeaf
{
    public static string Write(Parameter parameter)
    {
        (string attribute, string type) = parameter is NumericParameter numeric ? Numeric(numeric) : Categorical((CategoricalParameter)parameter);
        return attribute.Length == 0 ? type : $"[{attribute}] {type}";
    }

    /// <summary>Writes a value of a parameter as a literal of the type that it has in C#.</summary>
    public static string Value(Parameter parameter, double value) => parameter switch
    {
        CategoricalParameter categorical => Literal(categorical.Choices[(int)value], TypeOf(categorical.Choices)),
        NumericParameter { IsInteger: true } => Literal((long)value, "long"),
        _ => Literal(value, "double"),
    };

    public static string Text(string text)
    {
        StringBuilder literal = new("\"");
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsUnseen(c) => $"\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}",
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    // Besides what cannot be seen: line ends that are not control characters, and halves of surrogate pairs, which a file cannot hold.
    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    private static (string Attribute, string Type) Numeric(NumericParameter parameter)
    {
        string type = !parameter.IsInteger ? "double" : parameter.High > int.MaxValue || parameter.Low < int.MinValue ? "long" : "int";
        List<string> arguments = parameter.Law is Law.Normal or Law.LogNormal
            ? [Number(parameter.Mean), Number(parameter.Deviation)]
            : [Number(parameter.Low), Number(parameter.High)];
        if (parameter.Law is Law.Normal or Law.LogNormal)
        {
            AddUnless(arguments, "Low", parameter.Low, parameter.Law == Law.Normal ? double.NegativeInfinity : 0);
            AddUnless(arguments, "High", parameter.High, double.PositiveInfinity);
        }

        if (parameter.Step is double step && !(parameter.IsInteger && step == 1))
        {
            arguments.Add($"Step = {Number(step)}");
        }

        if (parameter.Default is double start)
        {
            arguments.Add($"Default = {Number(start)}");
        }

        AddWords(arguments, parameter);
        return ($"{parameter.Law}({string.Join(", ", arguments)})", type);
    }

    private static (string Attribute, string Type) Categorical(CategoricalParameter parameter)
    {
        bool isPlain = parameter is { Choices: [false, true], Weights: null, Default: null, Description: null, Unit: null };
        if (isPlain)
        {
            return (string.Empty, "bool");
        }

        string type = TypeOf(parameter.Choices);
        List<string> arguments = [.. parameter.Choices.Select(choice => Literal(choice, type))];
        if (parameter.Weights is not null)
        {
            arguments.Add($"Weights = new[] {{ {string.Join(", ", parameter.Weights.Select(weight => Literal(weight, "object")))} }}");
        }

        if (parameter.Default is double start && !parameter.IsConstant)
        {
            arguments.Add($"Default = {Literal(parameter.Choices[(int)start], type)}");
        }

        AddWords(arguments, parameter);
        string ordered = parameter.IsOrdered && !parameter.IsConstant ? ", Ordered" : string.Empty;
        return ($"{(parameter.IsConstant ? "Fixed" : "Choice")}({string.Join(", ", arguments)}){ordered}", type);
    }

    private static string TypeOf(IReadOnlyList<object> choices) =>
        choices.All(choice => choice is string) ? "string"
        : choices.All(choice => choice is bool) ? "bool"
        : choices.All(choice => choice is long) ? choices.All(choice => choice is long and >= int.MinValue and <= int.MaxValue) ? "int" : "long"
        : choices.All(choice => choice is long or double) ? "double"
        : "object";

    // In an object the literal itself says which type it is: 7 is an int, 7.0 a double.
    private static string Literal(object choice, string type) => choice switch
    {
        string text => Text(text),
        bool flag => flag ? "true" : "false",
        long whole when type == "double" => whole.ToString(CultureInfo.InvariantCulture) + ".0",
        long whole => whole.ToString(CultureInfo.InvariantCulture) + (whole is < int.MinValue or > int.MaxValue ? "L" : string.Empty),
        double number when Number(number).IndexOfAny(['.', 'E']) < 0 => Number(number) + ".0",
        _ => Number((double)choice),
    };

    private static void AddUnless(List<string> arguments, string name, double value, double unless)
    {
        if (value != unless)
        {
            arguments.Add($"{name} = {Number(value)}");
        }
    }

    private static void AddWords(List<string> arguments, Parameter parameter)
    {
        if (parameter.Unit is not null)
        {
            arguments.Add($"Unit = {Text(parameter.Unit)}");
        }

        if (parameter.Description is not null)
        {
            arguments.Add($"Description = {Text(parameter.Description)}");
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
