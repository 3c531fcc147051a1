using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>The law of numbers that one attribute declares, with open bounds as infinities and missing numbers as NaN.</summary>
internal sealed class NumericLaw
{
    private NumericLaw(AttributeArguments arguments, bool isLog, bool isNormal)
    {
        Arguments = arguments;
        IsLog = isLog;
        IsNormal = isNormal;
        Low = arguments.Number("low") ?? (isNormal ? (isLog ? 0 : double.NegativeInfinity) : double.NaN);
        High = arguments.Number("high") ?? (isNormal ? double.PositiveInfinity : double.NaN);
        Step = arguments.Number("step");
        Default = arguments.Number("default") is { } given && !double.IsNaN(given) ? given : null;
        if (arguments.Number("count") is { } count)
        {
            (Count, Low, High) = (count, 0, count - 1);
        }
    }

    public AttributeArguments Arguments { get; }

    public bool IsLog { get; }

    public bool IsNormal { get; }

    public double Low { get; }

    public double High { get; }

    /// <summary>Gets the step as it was written, or null.</summary>
    public double? Step { get; }

    /// <summary>Gets the default as it was written, or null.</summary>
    public double? Default { get; }

    /// <summary>Gets the n of <c>[RandInt(n)]</c>, or null.</summary>
    public double? Count { get; }

    /// <summary>Gets the numbers as the run time will check them.</summary>
    /// <param name="isWhole">Whether values are whole numbers.</param>
    public LawNumbers Numbers(bool isWhole) =>
        new(
            IsLog,
            IsNormal,
            Low,
            High,
            Step is > 0 ? Step : isWhole ? 1 : null,
            isWhole,
            Arguments.Number("mean") ?? double.NaN,
            Arguments.Number("deviation") ?? double.NaN);

    public static bool IsNumeric(string attribute) => attribute is "Uniform" or "QUniform" or "UniformInt" or "RandInt" or "Fidelity"
        or "LogUniform" or "QLogUniform" or "Normal" or "QNormal" or "LogNormal" or "QLogNormal";

    /// <summary>Reads an attribute, or returns null when it is not one of the laws of numbers.</summary>
    public static NumericLaw? Read(AttributeData attribute, CancellationToken cancellation)
    {
        string name = AttributeArguments.NameOf(attribute);
        return IsNumeric(name)
            ? new NumericLaw(
                AttributeArguments.Of(attribute, cancellation),
                name.IndexOf("Log", StringComparison.Ordinal) >= 0,
                name.EndsWith("Normal", StringComparison.Ordinal))
            : null;
    }
}
