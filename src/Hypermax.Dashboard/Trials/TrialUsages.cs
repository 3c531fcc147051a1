using Hypermax.Dashboard.Sources;
using Hypermax.Execution.Usages;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Trials;

/// <summary>What the running trials of a study use, as far as it is told in the folder of the study.</summary>
/// <param name="place">The study.</param>
internal sealed class TrialUsages(StudyPlace place)
{
    private static readonly Dictionary<int, RunningUsage> None = [];

    private readonly UsageReader? _reader =
        place.Folder is { } folder ? new UsageReader(folder, TimeProvider.System, name => StudyFiles.OpenRead(folder, name)) : null;

    /// <summary>Gets the figures by the numbers of trials; one that is not there is not known, and one that is there may have ended.</summary>
    public IReadOnlyDictionary<int, RunningUsage> Now => _reader?.Read() ?? None;
}
