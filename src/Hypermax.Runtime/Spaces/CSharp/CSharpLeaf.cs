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
                _ when char.IsControl(c) => $"\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}",
                _ => c.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

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

        AddDescription(arguments, parameter);
        return ($"{parameter.Law}({string.Join(", ", arguments)})", type);
    }

    private static (string Attribute, string Type) Categorical(CategoricalParameter parameter)
    {
        bool plainBool = parameter.Choices.Count == 2 && parameter.Choices.All(choice => choice is bool) && parameter.Weights is null && parameter.Description is null;
        if (plainBool && parameter.Choices[0] is false)
        {
            return (string.Empty, "bool");
        }

        string type = parameter.Choices.All(choice => choice is string) ? "string"
            : parameter.Choices.All(choice => choice is bool) ? "bool"
            : parameter.Choices.All(choice => choice is long) ? parameter.Choices.All(choice => Math.Abs((long)choice) <= int.MaxValue) ? "int" : "long"
            : parameter.Choices.All(choice => choice is long or double) ? "double"
            : "object";
        List<string> arguments = [.. parameter.Choices.Select(choice => Literal(choice, type))];
        if (parameter.Weights is not null)
        {
            arguments.Add($"Weights = [{string.Join(", ", parameter.Weights.Select(Number))}]");
        }

        AddDescription(arguments, parameter);
        return ($"{(parameter.IsConstant ? "Fixed" : "Choice")}({string.Join(", ", arguments)})", type);
    }

    private static string Literal(object choice, string type) => choice switch
    {
        string text => Text(text),
        bool flag => flag ? "true" : "false",
        long whole when type == "double" => whole.ToString(CultureInfo.InvariantCulture) + ".0",
        long whole => whole.ToString(CultureInfo.InvariantCulture) + (Math.Abs(whole) > int.MaxValue ? "L" : string.Empty),
        _ => Number((double)choice),
    };

    private static void AddUnless(List<string> arguments, string name, double value, double unless)
    {
        if (value != unless)
        {
            arguments.Add($"{name} = {Number(value)}");
        }
    }

    private static void AddDescription(List<string> arguments, Parameter parameter)
    {
        if (parameter.Description is not null)
        {
            arguments.Add($"Description = {Text(parameter.Description)}");
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
