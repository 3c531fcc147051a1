using Hypermax.Reports;

namespace Hypermax.Charts.Folder;

/// <summary>What became of writing a chart folder.</summary>
/// <param name="Entries">The charts that stand in the folder, in the order of the catalogue.</param>
/// <param name="DrawnCount">How many of them were drawn anew; the others had not changed.</param>
/// <param name="Failures">The charts that could not be made, with the reason.</param>
public sealed record ChartFolderOutcome(IReadOnlyList<ChartFolderEntry> Entries, int DrawnCount, IReadOnlyList<ReportFailure> Failures);
