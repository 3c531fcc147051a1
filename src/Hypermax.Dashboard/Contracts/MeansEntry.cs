namespace Hypermax.Dashboard.Contracts;

/// <summary>What may be done with a study from its page, by whoever may steer.</summary>
/// <param name="Actions">What its search can be asked.</param>
/// <param name="Refusal">Why nothing can be asked or written, or null.</param>
internal sealed record MeansEntry(IReadOnlyList<string> Actions, string? Refusal);
