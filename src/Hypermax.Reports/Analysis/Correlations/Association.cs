namespace Hypermax.Analysis.Correlations;

/// <summary>How strongly two columns go together.</summary>
/// <param name="Kind">The measure.</param>
/// <param name="Value">Its value; NaN with fewer than three rows or where a column has one value only.</param>
/// <param name="Count">The number of rows that have both.</param>
internal readonly record struct Association(AssociationKind Kind, double Value, int Count);
