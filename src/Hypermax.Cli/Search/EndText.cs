using Hypermax.Errors;

namespace Hypermax.Search;

/// <summary>Says what ended a search; completes "ended by …".</summary>
internal static class EndText
{
    public static string Of(StopReason reason, StudyOptions options) => reason switch
    {
        StopReason.Trials => $"the budget of {Counted.Of(options.Trials, "trial")}",
        StopReason.Timeout => $"the time limit of {TrialText.Time(options.Timeout ?? TimeSpan.Zero)}",
        StopReason.Target => FormattableString.Invariant($"the target of {options.Target}"),
        StopReason.Patience => $"the patience of {Counted.Of(options.Patience ?? 0, "trial")} without a better value",
        StopReason.Noise => "noise: what more trials could gain is estimated to be below it",
        StopReason.Exhausted => "the space itself, for every point has been tried",
        StopReason.Stopped => "a person's wish, after the trials that ran",
        StopReason.Cancelled => "cancellation",
        _ => reason.ToString(),
    };
}
