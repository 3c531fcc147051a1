using Hypermax.Reports;

namespace Hypermax.Ci;

/// <summary>What became of writing for continuous integration.</summary>
/// <param name="Written">The files that were written.</param>
/// <param name="Commands">Lines for the standard output of the job, each at the start of a line of its own; the server reads them there.</param>
/// <param name="Failures">What could not be written; nothing else suffers from it.</param>
public sealed record CiOutcome(IReadOnlyList<string> Written, IReadOnlyList<string> Commands, IReadOnlyList<ReportFailure> Failures);
