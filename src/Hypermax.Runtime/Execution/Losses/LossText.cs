using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hypermax.Execution.Losses;

/// <summary>Reads losses as people write them: <c>value - 0.5*accuracy + penalty(time, 5, 10, 0.1)</c>.</summary>
internal static partial class LossText
{
    private const double Mebibyte = 1024 * 1024;

    private const string Grammar = "A loss is a sum of metrics with weights, such as 'value - 0.5*accuracy', of asymptote(METRIC, TARGET, MAXIMUM), "
        + "and of penalty(time, TARGET, MAXIMUM, PENALTY) in seconds, penalty(cpu, …) in seconds and penalty(memory, …) in mebibytes.";

    public static LossOptions Parse(string text)
    {
        List<MetricLoss> parts = [];
        LossOptions options = new();
        int place = 0;
        while (place < text.Length || parts.Count == 0)
        {
            Match term = Term().Match(text, place);
            if (!term.Success || (place > 0 && !term.Groups["sign"].Success))
            {
                string rest = text[place..].Trim();
                throw new FormatException(
                    $"The loss '{text}' cannot be understood{(rest.Length == 0 ? ", for it names no metric" : $" from '{rest}' on")}. {Grammar}");
            }

            options = Add(text, term, parts, options);
            place = term.Index + term.Length;
        }

        return options with { Parts = parts };
    }

    /// <summary>Writes a loss in one form, whoever wrote it and however.</summary>
    /// <returns>The text, or null for the value of the objective alone.</returns>
    public static string? Write(LossOptions? loss)
    {
        if (loss is null or { Parts: [{ Name: MetricLoss.ObjectiveValue, Weight: 1, Asymptote: null }], Time: null, Cpu: null, Memory: null })
        {
            return null;
        }

        StringBuilder text = new();
        foreach (MetricLoss part in loss.Parts)
        {
            double weight = Math.Abs(part.Weight);
            text.Append(part.Weight < 0 ? " - " : " + ")
                .Append(weight == 1 ? string.Empty : FormattableString.Invariant($"{weight:R}*"))
                .Append(
                    part.Asymptote is { } bent
                        ? FormattableString.Invariant($"asymptote({Quote(part.Name)}, {bent.Target:R}, {bent.Maximum:R})")
                        : Quote(part.Name));
        }

        AddPenalty(text, "time", loss.Time, 1);
        AddPenalty(text, "cpu", loss.Cpu, 1);
        AddPenalty(text, "memory", loss.Memory, Mebibyte);
        return text[1] == '+' ? text.ToString(3, text.Length - 3) : text.ToString(1, text.Length - 1);
    }

    private static void AddPenalty(StringBuilder text, string name, ResourcePenalty? penalty, double unit)
    {
        if (penalty is not null)
        {
            text.Append(
                CultureInfo.InvariantCulture, $" + penalty({name}, {penalty.Target / unit:R}, {penalty.Maximum / unit:R}, {penalty.PenaltyAtMaximum:R})");
        }
    }

    private static string Quote(string name) => Plain().IsMatch(name) ? name : $"'{name}'";

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"\G\s*(?<sign>[+-])?\s*(?:(?<weight>\d*\.?\d+(?:[eE][+-]?\d+)?)\s*\*\s*)?"
        + @"(?:(?<function>asymptote|penalty)\s*\((?<arguments>[^()]*)\)|(?<name>[\p{L}_][\p{L}\p{N}_.]*)|'(?<name>[^']+)')\s*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Term();

    // Commas may be left out: on the command line of a build they would end the property.
    [GeneratedRegex(@"'[^']*'|[^\s,']+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Argument();

    private static LossOptions Add(string text, Match term, List<MetricLoss> parts, LossOptions options)
    {
        double weight = (term.Groups["weight"] is { Success: true } given ? double.Parse(given.ValueSpan, CultureInfo.InvariantCulture) : 1)
            * (term.Groups["sign"].Value == "-" ? -1 : 1);
        if (!term.Groups["function"].Success)
        {
            parts.Add(new MetricLoss(term.Groups["name"].Value, weight));
            return options;
        }

        string[] arguments = [.. Argument().Matches(term.Groups["arguments"].Value).Select(argument => argument.Value.Trim('\''))];
        if (term.Groups["function"].Value == "asymptote")
        {
            double[] numbers = Numbers(text, term, arguments, 2);
            parts.Add(new MetricLoss(arguments[0], weight) { Asymptote = new AsymptoteLoss(numbers[0], numbers[1]) });
            return options;
        }

        return AddPenalty(text, term, arguments, weight, options);
    }

    private static LossOptions AddPenalty(string text, Match term, string[] arguments, double weight, LossOptions options)
    {
        double[] numbers = Numbers(text, term, arguments, 3);
        if (weight != 1)
        {
            throw new FormatException(
                $"The loss '{text}' subtracts or weights '{term.Value.Trim()}'; a penalty always makes a value worse, whichever direction the study has, "
                + "and its last number says by how much. Write it with a plus.");
        }

        return arguments[0] switch
        {
            "time" when options.Time is null => options with { Time = new ResourcePenalty(numbers[0], numbers[1], numbers[2]) },
            "cpu" when options.Cpu is null => options with { Cpu = new ResourcePenalty(numbers[0], numbers[1], numbers[2]) },
            "memory" when options.Memory is null => options with { Memory = new ResourcePenalty(numbers[0] * Mebibyte, numbers[1] * Mebibyte, numbers[2]) },
            "time" or "cpu" or "memory" => throw new FormatException(
                $"The loss '{text}' has two penalties on {arguments[0]}; there is room for one. Take one out."),
            _ => throw new FormatException(
                $"The loss '{text}' has a penalty on '{arguments[0]}'; there are penalties on time, cpu and memory. "
                + $"For a metric write asymptote({arguments[0]}, TARGET, MAXIMUM)."),
        };
    }

    private static double[] Numbers(string text, Match term, string[] arguments, int count)
    {
        double[] numbers = new double[count];
        bool fits = arguments.Length == count + 1 && arguments[0].Length > 0;
        for (int i = 0; fits && i < count; i++)
        {
            fits = double.TryParse(arguments[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]);
        }

        return fits
            ? numbers
            : throw new FormatException(
                $"The loss '{text}' has '{term.Value.Trim()}', which needs a name and {count.ToString(CultureInfo.InvariantCulture)} numbers. {Grammar}");
    }
}
