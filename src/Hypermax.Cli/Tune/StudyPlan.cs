using Hypermax.Build.Settings;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Fingerprints;
using Hypermax.Sampling.Guided;

namespace Hypermax.Tune;

/// <summary>How one objective is searched: what its attribute says, overridden by the properties of the build.</summary>
internal static class StudyPlan
{
    /// <summary>Makes the options of a study.</summary>
    public static StudyOptions Of(TuneArguments arguments, WorkerObjective objective) => Of(arguments.Settings, objective, FolderOf(arguments, objective.Name)) with
    {
        ObjectiveFingerprint = AssemblyFingerprint.Of(arguments.Assembly, arguments.Inputs),
    };

    /// <summary>Makes the options of a study that is kept in a folder.</summary>
    public static StudyOptions Of(SearchSettings settings, WorkerObjective objective, string folder)
    {
        ObjectiveAttribute attribute = objective.Settings;
        return new StudyOptions
        {
            Name = objective.Name,
            Folder = folder,
            Trials = settings.Trials ?? attribute.Trials,
            Timeout = settings.Timeout ?? (attribute.TimeoutSeconds > 0 ? TimeSpan.FromSeconds(attribute.TimeoutSeconds) : null),
            Target = settings.Target ?? (double.IsNaN(attribute.Target) ? null : attribute.Target),
            Patience = (settings.Patience ?? attribute.Patience) is > 0 and var patience ? patience : null,
            StopAtNoise = settings.StopAtNoise ?? attribute.StopAtNoise,
            Order = settings.IsArrivalOrder is bool isArrival ? isArrival ? ProposalOrder.Arrival : ProposalOrder.Repeatable : attribute.Order,
            Lag = settings.Lag ?? (attribute.Lag > 0 ? attribute.Lag : null),
            Guidance = settings.Guidance is { } file ? GuidanceFile.Read(file, objective.Space) : Guidance.None,
            Method = settings.Method ?? attribute.Method ?? new StudyOptions().Method,
            Seed = settings.Seed ?? attribute.Seed,
            Direction = attribute.Direction,
            Workers = settings.Workers ?? attribute.Workers,
            Retry = RetryPolicy.Parse(attribute.Retries, attribute.RetryOn),
            Loss = TrialPlan.LossOf(attribute),
            Repeats = TrialPlan.RepeatsOf(attribute),
            ObjectiveChange = Answer(settings.ObjectiveChange, ObjectiveChangeAnswer.Warn),
            MethodChange = Answer(settings.MethodChange, MethodChangeAnswer.Fail),
            SpaceChange = settings.SpaceChange switch
            {
                SpaceChange.Migrate => SpaceChangePolicy.Migrate,
                SpaceChange.Fresh => SpaceChangePolicy.Fresh,
                _ => SpaceChangePolicy.Fail,
            },
        };
    }

    private static T Answer<T>(string? word, T byDefault)
        where T : struct, Enum => word is null ? byDefault : Enum.Parse<T>(word, ignoreCase: true);

    /// <summary>Gets the folder of a study.</summary>
    public static string FolderOf(TuneArguments arguments, string study) => Path.Combine(arguments.Output, study);

    /// <summary>Gets the file beside the project that a study's tuned values are written to.</summary>
    public static string TunedFileOf(TuneArguments arguments, string study) => Path.Combine(arguments.ProjectFolder, study + ".hypertune.json");
}
