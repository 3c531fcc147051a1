namespace Hypermax.Dashboard.Contracts;

/// <summary>The files that a trial left.</summary>
/// <param name="Files">The files, by path.</param>
/// <param name="IsCut">Whether there are more than are listed.</param>
internal sealed record ArtifactList(IReadOnlyList<ArtifactEntry> Files, bool IsCut);
