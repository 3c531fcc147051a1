namespace Hypermax.Dashboard.Contracts;

/// <summary>The beginning of a file that a trial left.</summary>
/// <param name="Text">Its text; null where it is a table.</param>
/// <param name="Rows">Its rows, names of columns first; null where it is no table.</param>
/// <param name="IsCut">Whether there is more than is shown.</param>
internal sealed record ArtifactText(string? Text, IReadOnlyList<IReadOnlyList<string>>? Rows, bool IsCut);
