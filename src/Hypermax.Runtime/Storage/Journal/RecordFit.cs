using Hypermax.Spaces.Ranges;

namespace Hypermax.Storage.Journal;

/// <summary>Tells whether the members of a record can be facts of a study; a record may be whole and yet be of another one.</summary>
internal sealed class RecordFit(SearchSpace space)
{
    /// <summary>How many trials in a row may have lost their records; more are a trial of another study.</summary>
    private const int LargestGap = 100_000;

    /// <summary>How far a value may be from a bound, in parts of the bound's size: what arithmetic may have made of it.</summary>
    private const double Slack = 1e-9;

    /// <summary>Tells why a number cannot be that of a trial, or null when it can.</summary>
    /// <param name="number">The number.</param>
    /// <param name="known">How many trials are known so far.</param>
    public static string? Number(int number, int known) => number < 0
        ? FormattableString.Invariant($"its trial has the number {number}, and numbers start at 0")
        : number - known > LargestGap
            ? FormattableString.Invariant($"its trial has the number {number}, far beyond the {known} trials before it")
            : null;

    /// <summary>Tells why a trial cannot have a budget, or null when it can.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="budget">What it may spend, or null.</param>
    public static string? Budget(int number, TrialBudget? budget) => budget?.Continues is int earlier && (earlier < 0 || earlier >= number)
        ? FormattableString.Invariant($"it continues trial {earlier}, which does not come before trial {number}")
        : null;

    /// <summary>Tells why a vector cannot be a point of the space, or null when it can; one of nothing but NaN is a point that was lost.</summary>
    /// <param name="point">The point.</param>
    public string? Point(Point point)
    {
        if (point.Count != space.Count)
        {
            return FormattableString.Invariant($"its point has {point.Count} values, and the space '{space.Name}' has {space.Count} parameters");
        }

        if (point.All(double.IsNaN))
        {
            return null;
        }

        for (int i = 0; i < point.Count; i++)
        {
            bool fits = space.IsActive(i, point) ? IsValue(space.Parameters[i], point[i]) : double.IsNaN(point[i]);
            if (!fits)
            {
                return FormattableString.Invariant($"the value {point[i]} of its point is none of parameter '{space.Parameters[i].Name}'");
            }
        }

        return null;
    }

    /// <summary>Tells why a wish cannot be one about the space, or null when it can.</summary>
    /// <param name="steering">What a person told the study to do.</param>
    public string? Wish(Steering steering) => steering switch
    {
        Steering.Enqueue enqueue => Point(enqueue.Point),
        Steering.Fix fix => Parameter(fix.Parameter) ?? (IsValue(space.Parameters[fix.Parameter], fix.Value)
            ? null
            : $"it fixes parameter '{space.Parameters[fix.Parameter].Name}' at what is none of its values"),
        Steering.Narrow narrow => Range(new ParameterRange(narrow.Parameter, narrow.Low, narrow.High)),
        Steering.Free free => Parameter(free.Parameter),
        Steering.Scramble scramble => Parameter(scramble.Parameter),
        Steering.Relearn relearn => Parameter(relearn.Parameter),
        _ => null,
    };

    /// <summary>Tells why a stage cannot be one over the space, or null when it can.</summary>
    /// <param name="stage">What the stage began with.</param>
    public string? Stage(StageStart stage) => stage.Ranges.Select(Range).FirstOrDefault(misfit => misfit is not null);

    private string? Range(ParameterRange range) => Parameter(range.Parameter) is { } misfit ? misfit
        : range.Low <= range.High && IsValue(space.Parameters[range.Parameter], range.Low) && IsValue(space.Parameters[range.Parameter], range.High)
            && range.Choices is null or { Count: > 0 } && (range.Choices ?? []).All(choice => space.Parameters[range.Parameter].Contains(choice))
        ? null
        : $"it narrows parameter '{space.Parameters[range.Parameter].Name}' to what are none of its values";

    private string? Parameter(int index) => index >= 0 && index < space.Count
        ? null
        : FormattableString.Invariant($"it names parameter {index}, and the space '{space.Name}' has {space.Count}");

    // Not the grid of a step: an older version may have rounded its last digit another way.
    private static bool IsValue(Parameter parameter, double value) => parameter is NumericParameter numeric
        ? value >= numeric.Low - (Slack * Math.Abs(numeric.Low)) && value <= numeric.High + (Slack * Math.Abs(numeric.High))
        : parameter.Contains(value);
}
