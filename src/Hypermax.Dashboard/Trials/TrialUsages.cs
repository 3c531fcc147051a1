using Hypermax.Dashboard.Sources;
using Hypermax.Execution.Usages;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Trials;

/// <summary>What the running trials of a study use, as far as the folder of the study and its store tell it.</summary>
/// <param name="place">The study.</param>
internal sealed class TrialUsages(StudyPlace place)
{
    private static readonly Dictionary<int, RunningUsage> None = [];

    private readonly UsageReader? _reader =
        place.Folder is { } folder ? new UsageReader(folder, TimeProvider.System, name => StudyFiles.OpenRead(folder, name)) : null;

    /// <summary>Gets the figures by the numbers of trials; one that is not there is not known, and one that is there may have ended.</summary>
    public IReadOnlyDictionary<int, RunningUsage> Now => (_reader?.Read(), place.Usages?.Read()) switch
    {
        ({ } here, null) => here,
        (null or { Count: 0 }, { } anywhere) => anywhere,
        ({ } here, { } anywhere) => new Dictionary<int, RunningUsage>([.. anywhere.Where(usage => !here.ContainsKey(usage.Key)), .. here]),
        _ => None,
    };
}
