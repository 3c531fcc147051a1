using System.Globalization;
using Hypermax.Budgets;
using Hypermax.Execution;
using Hypermax.Storage;

namespace Hypermax.Studies.Budgeting;

/// <summary>Clears away the checkpoints that no trial will continue from: of those that failed or were continued, and of whole ones but the best.</summary>
/// <param name="header">What the study is.</param>
/// <param name="folder">The folder of the study.</param>
internal sealed class CheckpointShelf(StudyHeader header, string folder)
{
    /// <summary>Clears the shelf.</summary>
    /// <param name="trials">All trials.</param>
    /// <param name="best">The best one, or null.</param>
    public void Clear(IReadOnlyList<TrialRecord> trials, TrialRecord? best)
    {
        DirectoryInfo shelf = new(TrialPaths.Checkpoints(folder));
        if (!shelf.Exists)
        {
            return;
        }

        HashSet<int> continued = [.. trials.Where(trial => trial.IsFinished).Select(trial => trial.Budget?.Continues).OfType<int>()];
        foreach (DirectoryInfo one in shelf.EnumerateDirectories())
        {
            if (NumberOf(one.Name) is int number && number < trials.Count && !IsNeeded(trials[number], continued, best))
            {
                Remove(one);
            }
        }
    }

    private bool IsHandedOn => header.Fidelity is { Checkpoints: true };

    private bool IsNeeded(TrialRecord trial, HashSet<int> continued, TrialRecord? best) => !continued.Contains(trial.Number) && trial.State switch
    {
        TrialState.Complete => trial.Number == best?.Number,
        TrialState.Failed => false,
        TrialState.Pruned => header.Schedule == Schedules.Default && IsHandedOn,
        TrialState.Partial => IsHandedOn,
        _ => true,
    };

    private static int? NumberOf(string name) =>
        name.StartsWith(TrialPaths.Prefix, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(TrialPaths.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    // Another time will do, should somebody still read it.
    private static void Remove(DirectoryInfo one)
    {
        try
        {
            one.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }
}
