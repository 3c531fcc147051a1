using Hypermax.Dashboard.Guiding;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Sources;

/// <summary>A study in a folder.</summary>
/// <param name="folder">The full path of the folder.</param>
/// <param name="title">Its path below the folder that was named.</param>
internal sealed class FolderPlace(string folder, string title) : StudyPlace(folder, title)
{
    public override string Folder { get; } = folder;

    public override IReadOnlyList<string> CommandWords => [Folder];

    public override StudyMeans Means => StudyMeans.All;

    public override IStudyPapers Papers { get; } = new FolderPapers(folder);

    public override IStudyFeed Follow() => new JournalFeed(Folder, Title);

    public override (GuideAnswer Answer, GuideEnd End) Ask(GuideRequest request, TimeSpan wait)
    {
        AuditLog.Require(Papers);
        StudyFiles.RequireWithin(Folder, GuideBox.Name);
        return GuideClient.Ask(Folder, request, wait);
    }
}
