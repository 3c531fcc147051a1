using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Sources;

/// <summary>The studies below some folders that have their journals there.</summary>
/// <param name="scan">Finds the folders.</param>
/// <param name="followsMarks">Whether a folder that says which store keeps its study is left to those who follow it there.</param>
internal sealed class FolderStudies(FolderScan scan, bool followsMarks) : StudySource
{
    internal override IReadOnlyList<StudyPlace> Find() =>
        [.. scan.Find().Where(folder => folder.HasJournal && !(followsMarks && folder.IsMarked)).Select(folder => new FolderPlace(folder.Path, folder.Title))];

    public override void Dispose()
    {
    }
}
