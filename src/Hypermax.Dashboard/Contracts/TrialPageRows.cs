namespace Hypermax.Dashboard.Contracts;

/// <summary>A page of the table of trials.</summary>
/// <param name="Version">Of the study.</param>
/// <param name="Total">How many trials there are.</param>
/// <param name="Matched">How many pass the filter.</param>
/// <param name="From">The first row shown, from 0.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record TrialPageRows(long Version, int Total, int Matched, int From, IReadOnlyList<string> Columns, IReadOnlyList<TrialRow> Rows);
