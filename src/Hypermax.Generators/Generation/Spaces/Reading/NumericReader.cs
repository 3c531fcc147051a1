using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads numeric distributions; null for those that contradict themselves, which the analyzers report.</summary>
internal static class NumericReader
{
    /// <summary>Reads a distribution for a number type.</summary>
    /// <param name="law">The attribute.</param>
    /// <param name="type">The type of the numbers.</param>
    public static NumericDomain? Read(AttributeArguments law, NumberType type)
    {
        NumericDomain? declared = law.Name switch
        {
            "Uniform" or "QUniform" => Between("Uniform", law, type),
            "LogUniform" or "QLogUniform" => Between("LogUniform", law, type),
            "UniformInt" or "Fidelity" => Between("Uniform", law, type) is { } domain ? domain with { IsInteger = true, Step = domain.Step ?? 1 } : null,
            "RandInt" => law.Number("count") is double count ? new NumericDomain("Uniform", 0, count - 1, 1, IsInteger: true, double.NaN, double.NaN) : null,
            "Normal" or "QNormal" => Around("Normal", double.NegativeInfinity, law, type),
            "LogNormal" or "QLogNormal" => Around("LogNormal", 0, law, type),
            _ => null,
        };
        return declared is not null && Within(declared, type) is { } fitted && fitted.Numbers.Violation() is null ? fitted : null;
    }

    public static double? Default(AttributeArguments law, NumericDomain domain)
    {
        double value = law.Number("Default") ?? double.NaN;
        return domain.Contains(value) ? domain.Grid.Snap(value) : null;
    }

    private static NumericDomain? Between(string name, AttributeArguments law, NumberType type) =>
        law.Number("low") is double low && law.Number("high") is double high
            ? new NumericDomain(name, low, high, Step(law, type), type.IsInteger, double.NaN, double.NaN)
            : null;

    private static NumericDomain? Around(string name, double lowest, AttributeArguments law, NumberType type) =>
        law.Number("mean") is double mean && law.Number("deviation") is double deviation
            ? new NumericDomain(
                name, law.Number("Low") ?? lowest, law.Number("High") ?? double.PositiveInfinity, Step(law, type), type.IsInteger, mean, deviation)
            : null;

    private static double? Step(AttributeArguments law, NumberType type) =>
        law.Number("step") is double step && step != 0 ? step : type.IsInteger ? 1 : null;

    // A normal law without bounds ends where a small type does, on the grid; the others must fit as they are.
    private static NumericDomain? Within(NumericDomain domain, NumberType type)
    {
        if (domain.IsNormal && type.IsInteger && (type.High < int.MaxValue || type.Low >= 0))
        {
            double step = domain.Step ?? 1;
            double low = Math.Max(domain.Low, Math.Ceiling(type.Low / step) * step);
            double high = Math.Min(domain.High, Math.Floor(type.High / step) * step);
            return domain with { Low = low, High = high };
        }

        // The tails of a normal law end where the type does, if they reach so far at all.
        if (domain.IsNormal && type.Keyword is "int" or "float" or "decimal" or "global::System.Half" && Reaches(domain, type.High))
        {
            double step = domain.Step ?? 0;
            (double low, double high) = step == 0 ? (type.Low, type.High) : (Math.Ceiling(type.Low / step) * step, Math.Floor(type.High / step) * step);
            domain = domain with { Low = double.IsInfinity(domain.Low) ? low : domain.Low, High = double.IsInfinity(domain.High) ? high : domain.High };
        }

        bool fits = (domain.Low >= type.Low || double.IsNegativeInfinity(domain.Low)) && (domain.High <= type.High || double.IsPositiveInfinity(domain.High));
        return fits ? domain : null;
    }

    // Nothing is drawn from farther than 40 deviations away.
    private static bool Reaches(NumericDomain domain, double limit) => domain.Law == "LogNormal"
        ? domain.Mean + (40 * domain.Deviation) >= Math.Log(limit)
        : Math.Abs(domain.Mean) + (40 * domain.Deviation) >= limit;
}
