using System.Globalization;

namespace Hypermax.Execution;

/// <summary>Where the files of a trial are, within the folder of its study.</summary>
internal static class TrialPaths
{
    /// <summary>What the names of the folders of trials begin with.</summary>
    public const string Prefix = "trial_";

    /// <summary>Gets the path of a trial's log relative to the study folder, with forward slashes.</summary>
    public static string Log(int number) => string.Create(CultureInfo.InvariantCulture, $"logs/trial_{number}.txt");

    /// <summary>Gets the folder for a trial's own files, or null when the study is not on disk; not created here.</summary>
    public static string? Artifacts(TrialJob job) => job.StudyFolder is null
        ? null
        : Path.GetFullPath(Path.Combine(job.StudyFolder, "artifacts", Prefix + job.Number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Gets the folder in which the checkpoints of a study are.</summary>
    public static string Checkpoints(string studyFolder) => Path.GetFullPath(Path.Combine(studyFolder, "checkpoints"));

    /// <summary>Gets the folder in which a job has its checkpoint, or null where it has no budget or the study is not on disk; not created here.</summary>
    public static string? Checkpoint(TrialJob job) => Checkpoint(job, job.Number);

    /// <summary>Gets the folder in which a trial of the same study has its checkpoint.</summary>
    public static string? Checkpoint(TrialJob job, int number) => job.StudyFolder is null || job.Budget is null
        ? null
        : Path.Combine(Checkpoints(job.StudyFolder), Prefix + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Gets the environment variables by which programs learn what they may spend, and where they find and leave their checkpoint.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Variables(TrialJob job)
    {
        if (job.Budget is double budget)
        {
            yield return new("HYPERMAX_BUDGET", budget.ToString("R", CultureInfo.InvariantCulture));
        }

        if (job.IsPrecheck)
        {
            yield return new("HYPERMAX_PRECHECK", "1");
        }

        if (Checkpoint(job) is { } checkpoint)
        {
            yield return new("HYPERMAX_CHECKPOINT", Directory.CreateDirectory(checkpoint).FullName);
        }
    }
}
