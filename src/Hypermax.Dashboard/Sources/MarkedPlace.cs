using Hypermax.Execution.Usages;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Sources;

/// <summary>A study of a store that a folder of this machine belongs to, which has the logs of the trials that ran here.</summary>
/// <param name="study">The study in its store, which has everything else.</param>
/// <param name="folder">The folder.</param>
internal sealed class MarkedPlace(StudyPlace study, StudyFolder folder) : StudyPlace(study.Key, $"{folder.Title} ({study.Title})")
{
    public override string Folder => folder.Path;

    public override IReadOnlyList<string> CommandWords => [folder.Path];

    public override StudyMeans Means => study.Means;

    public override IStudyPapers Papers => study.Papers;

    public override IUsageLook? Usages => study.Usages;

    public override IStudyFeed Follow() => study.Follow();

    public override (GuideAnswer Answer, GuideEnd End) Ask(GuideRequest request, TimeSpan wait) => study.Ask(request, wait);
}
