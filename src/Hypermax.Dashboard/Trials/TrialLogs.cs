using Hypermax.Dashboard.Sources;
using Hypermax.Execution;
using Hypermax.Results;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Trials;

/// <summary>What trials printed, as far as it lies in the folders of their studies.</summary>
internal static class TrialLogs
{
    /// <summary>Tells whether a trial has left something.</summary>
    /// <param name="place">The study.</param>
    /// <param name="trial">The number of the trial.</param>
    public static bool Has(StudyPlace place, int trial) =>
        place.Folder is { } folder && StudyFiles.IsWithin(folder, TrialPaths.Log(trial)) && File.Exists(Path.Combine(folder, TrialPaths.Log(trial)));

    /// <summary>Gets the last lines that a trial printed; null when there are none.</summary>
    /// <param name="place">The study.</param>
    /// <param name="trial">The number of the trial.</param>
    /// <param name="lines">How many lines.</param>
    public static string? Tail(StudyPlace place, int trial, int lines) =>
        place.Folder is { } folder && StudyFiles.IsWithin(folder, TrialPaths.Log(trial)) ? TrialLogFile.Tail(folder, TrialPaths.Log(trial), lines) : null;
}
