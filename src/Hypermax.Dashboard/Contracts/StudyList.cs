namespace Hypermax.Dashboard.Contracts;

/// <summary>All studies.</summary>
/// <param name="Version">Grows with every change of any of them.</param>
/// <param name="Studies">The studies.</param>
internal sealed record StudyList(long Version, IReadOnlyList<StudyCard> Studies);
