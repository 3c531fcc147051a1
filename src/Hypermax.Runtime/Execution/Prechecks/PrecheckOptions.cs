using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Prechecks;

/// <summary>A short run of every trial before the whole one, which shows whether the point is quick and small enough to be worth it.</summary>
/// <remarks>
/// A trial whose precheck fails is a failed trial, with the reason; one that passes runs again as a whole. The objective knows a precheck by
/// <see cref="TrialContext.IsPrecheck"/>, a program by the environment variable <c>HYPERMAX_PRECHECK</c>, which is 1 then; both can do a part of the work, and
/// <see cref="Values"/> can make it less. What a precheck returns counts for nothing.
/// </remarks>
public sealed record PrecheckOptions
{
    /// <summary>Gets what the short run may use. By default it has no limits.</summary>
    public TrialLimits Limits { get; init; } = TrialLimits.None;

    /// <summary>Gets values that parameters have in the short run, such as a single epoch, by path and as files have them. By default none.</summary>
    /// <value>Values of the space, of parameters that others neither depend on nor are related to.</value>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
