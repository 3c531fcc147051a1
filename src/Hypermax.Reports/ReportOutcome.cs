using Hypermax.Analysis.Findings;

namespace Hypermax.Reports;

/// <summary>What became of writing a report.</summary>
/// <param name="Written">The files that hold the newest state, relative to the study folder where they lie in it, in the order of writing.</param>
/// <param name="Failures">The parts that could not be made; their old files are still there.</param>
public sealed record ReportOutcome(IReadOnlyList<string> Written, IReadOnlyList<ReportFailure> Failures)
{
    /// <summary>Gets what the trials say about the space, the most useful first; empty when only results were written.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
