using System.Globalization;

namespace Hypermax;

/// <summary>What must hold of the numbers of a numeric parameter.</summary>
internal static class NumericRules
{
    public static void Check(NumericParameter parameter)
    {
        bool normal = parameter.Law is Law.Normal or Law.LogNormal;
        if (double.IsNaN(parameter.Low) || double.IsNaN(parameter.High) || parameter.Low > parameter.High)
        {
            throw Broken(parameter, "low must not exceed high", $"low {Text(parameter.Low)}, high {Text(parameter.High)}", "Swap or correct the bounds.");
        }

        if (!normal && (double.IsInfinity(parameter.Low) || double.IsInfinity(parameter.High)))
        {
            throw Broken(parameter, "both bounds must be finite", $"low {Text(parameter.Low)}, high {Text(parameter.High)}", "Give finite bounds or use a normal law.");
        }

        if (parameter.Law == Law.LogUniform && parameter.Low <= 0)
        {
            throw Broken(parameter, "a log scale needs a lower bound above 0", $"low {Text(parameter.Low)}", "Raise the lower bound or use a linear scale.");
        }

        if (parameter.Law == Law.LogNormal && parameter.Low < 0)
        {
            throw Broken(parameter, "log-normal values are above 0", $"low {Text(parameter.Low)}", "Raise the lower bound to 0 or more.");
        }

        if (normal && (!IsFinite(parameter.Mean) || !IsFinite(parameter.Deviation) || parameter.Deviation <= 0))
        {
            throw Broken(parameter, "a normal law needs a finite mean and a deviation above 0", $"mean {Text(parameter.Mean)}, deviation {Text(parameter.Deviation)}", "Give both.");
        }

        CheckStep(parameter);
    }

    private static void CheckStep(NumericParameter parameter)
    {
        if (parameter.Step is not double step)
        {
            return;
        }

        if (!(step > 0) || double.IsInfinity(step))
        {
            throw Broken(parameter, "a step must be a finite number above 0", $"step {Text(step)}", "Give a positive step or none.");
        }

        if (parameter.IsInteger && (step != Math.Floor(step) || !IsWhole(parameter.Low) || !IsWhole(parameter.High)))
        {
            throw Broken(parameter, "a whole-number parameter needs whole bounds and a whole step", $"low {Text(parameter.Low)}, high {Text(parameter.High)}, step {Text(step)}", "Round them.");
        }
    }

    private static bool IsWhole(double value) => double.IsInfinity(value) || value == Math.Floor(value);

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static ArgumentException Broken(NumericParameter parameter, string rule, string given, string remedy) =>
        new($"Parameter '{parameter.Name}' has {given}; {rule}. {remedy}");
}
