namespace Hypermax.Budgets.Options;

/// <summary>How a schedule of budgets is set up; which of these it has, its <see cref="ScheduleKind"/> says.</summary>
internal sealed record ScheduleOptions
{
    /// <summary>Gets how likely a new point is drawn from the laws of the space instead of asking the sampler; from 0 to 1.</summary>
    public double RandomShare { get; init; }

    /// <summary>Gets how many brackets a loop has, those with the smallest budgets; null for one for each budget.</summary>
    public int? Brackets { get; init; }
}
