namespace Hypermax.Dashboard.Contracts;

/// <summary>A row of the table of trials.</summary>
/// <param name="Number">The trial.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Cells">The texts, one a column.</param>
internal sealed record TrialRow(int Number, string State, IReadOnlyList<string> Cells);
