using System.Globalization;

namespace Hypermax;

/// <summary>The numbers of a law, and what must hold of them; the generator and the analyzers compile this file too.</summary>
internal readonly record struct LawNumbers(bool IsLog, bool IsNormal, double Low, double High, double? Step, bool IsWhole, double Mean, double Deviation)
{
    /// <summary>Doubles tell whole numbers apart up to here: 2^53.</summary>
    public const double LargestWhole = 9007199254740992;

    // Draws end at about seven deviations.
    private const double Deviations = 8;

    /// <summary>Gets whether the distance between the bounds, and half a step on either side as grid cells have it, is a finite number.</summary>
    public bool IsWidthFinite
    {
        get
        {
            double half = Step is double step && IsFinite(step) ? step / 2 : 0;
            return !IsFinite(Low) || !IsFinite(High) || IsFinite((High + half) - (Low - half));
        }
    }

    /// <summary>Gets whether a normal law stays within what a double holds.</summary>
    public bool IsTailFinite => !IsNormal || !IsFinite(Mean) || !IsFinite(Deviation)
        || (IsLog ? Math.Exp(Mean) is > 0 and < double.PositiveInfinity : IsFinite(Tail));

    /// <summary>Gets whether neighbours on the grid are numbers of their own, as far as bounds or a normal law reach.</summary>
    public bool IsStepTellable => !(Step is > 0 and double step && Reach / step > LargestWhole);

    /// <summary>Gets the middle of the range on its scale; for a normal law the mean, for a log-normal one the median.</summary>
    public double Middle => (IsLog, IsNormal) switch
    {
        (true, false) => Math.Exp(0.5 * (Math.Log(Low) + Math.Log(High))),
        (false, true) => Mean,
        (true, true) => Math.Exp(Mean),
        _ => Low + (0.5 * (High - Low)),
    };

    private double Tail => IsNormal && !IsLog ? Math.Abs(Mean) + (Deviations * Deviation) : 0;

    // Whole numbers of an open law end where doubles do.
    private double OpenReach => IsWhole ? Math.Min(Tail, LargestWhole) : Tail;

    private double Reach => Math.Max(IsFinite(Low) ? Math.Abs(Low) : OpenReach, IsFinite(High) ? Math.Abs(High) : OpenReach);

    private string Bounds => $"low {Text(Low)}, high {Text(High)}";

    private string Spread => $"mean {Text(Mean)}, deviation {Text(Deviation)}";

    /// <summary>Gets the rule that is broken, what was given, and what to do; null when all hold.</summary>
    public (string Given, string Rule, string Remedy)? Violation() => ViolationOfBounds() ?? ViolationOfSpread() ?? ViolationOfStep();

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    private static bool IsRound(double value) => double.IsInfinity(value) || value == Math.Floor(value);

    private static bool IsBeyondWhole(double bound) => IsFinite(bound) && Math.Abs(bound) > LargestWhole;

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private (string Given, string Rule, string Remedy)? ViolationOfBounds() =>
        double.IsNaN(Low) || double.IsNaN(High) || Low > High ? (Bounds, "low must not exceed high", "Swap or correct the bounds.")
        : IsWhole && (IsBeyondWhole(Low) || IsBeyondWhole(High))
        ? (
            Bounds,
            "whole numbers are searched from -9007199254740992 to 9007199254740992 (2^53), beyond which doubles skip some",
            "Narrow the bounds, or search the logarithm.")
        : double.IsPositiveInfinity(Low) || double.IsNegativeInfinity(High)
        ? (Bounds, "an open range has values on this side of infinity", "Swap or correct the bounds.")
        : !IsNormal && (double.IsInfinity(Low) || double.IsInfinity(High)) ? (Bounds, "both bounds must be finite", "Give finite bounds or use a normal law.")
        : IsLog && !IsNormal && Low <= 0 ? ($"low {Text(Low)}", "a log scale needs a lower bound above 0", "Raise the lower bound or use a linear scale.")
        : IsLog && IsNormal && Low < 0 ? ($"low {Text(Low)}", "log-normal values are above 0", "Raise the lower bound to 0 or more.")
        : !IsWidthFinite
        ? (
            Bounds,
            "the distance between them, and half a step on either side, must be a finite number",
            "Narrow the bounds, or search the logarithm of the size.")
        : null;

    private (string Given, string Rule, string Remedy)? ViolationOfSpread() =>
        IsNormal && !(IsFinite(Mean) && IsFinite(Deviation) && Deviation > 0)
            ? (Spread, "a normal law needs a finite mean and a deviation above 0", "Give both.")
        : IsTailFinite ? null
        : IsLog
        ? (
            $"mean {Text(Mean)}",
            "the mean is that of the logarithm, and e to the power of it must be a finite number above 0",
            "Give the logarithm of the median.")
        : (Spread, "values eight deviations from the mean must be finite numbers", "Give smaller ones.");

    private (string Given, string Rule, string Remedy)? ViolationOfStep() =>
        Step is not double step ? null
        : !(step > 0) || double.IsInfinity(step) ? ($"step {Text(step)}", "a step must be a finite number above 0", "Give a positive step or none.")
        : !IsStepTellable
        ? (
            $"{Bounds}, step {Text(step)}",
            "a range has no more than 2^53 steps, beyond which doubles cannot tell neighbours apart",
            "Use a larger step or none.")
        : IsWhole && !(IsRound(step) && IsRound(Low) && IsRound(High))
        ? ($"{Bounds}, step {Text(step)}", "a whole-number parameter needs whole bounds and a whole step", "Round them.")
        : null;
}
