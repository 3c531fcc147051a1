using System.Globalization;

namespace Hypermax.Execution;

/// <summary>Where the files of a trial are, within the folder of its study.</summary>
internal static class TrialPaths
{
    /// <summary>Gets the path of a trial's log relative to the study folder, with forward slashes.</summary>
    public static string Log(int number) => string.Create(CultureInfo.InvariantCulture, $"logs/trial_{number}.txt");

    /// <summary>Gets the folder for a trial's own files, or null when the study is not on disk; not created here.</summary>
    public static string? Artifacts(TrialJob job) => job.StudyFolder is null
        ? null
        : Path.GetFullPath(Path.Combine(job.StudyFolder, "artifacts", string.Create(CultureInfo.InvariantCulture, $"trial_{job.Number}")));
}
