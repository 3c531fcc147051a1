namespace Hypermax.Dashboard.Contracts;

/// <summary>All studies.</summary>
/// <param name="Version">Grows with every change of any of them.</param>
/// <param name="Studies">The studies.</param>
/// <param name="Notices">What people should know of where they come from, such as a database that does not answer.</param>
internal sealed record StudyList(long Version, IReadOnlyList<StudyCard> Studies, IReadOnlyList<string> Notices);
