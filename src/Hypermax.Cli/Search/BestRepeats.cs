using System.Globalization;
using Hypermax.Execution;
using Hypermax.Execution.Checkpoints;
using Hypermax.Execution.Losses;
using Hypermax.Execution.Repeats;
using Hypermax.Reports;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>Evaluates the best point again when a search has ended, so that the tuned file says what the point gives and how that spreads.</summary>
internal sealed class BestRepeats(SearchTask task, Study study, IExecutor executor, SearchLines lines)
{
    private const int Usual = 10;

    /// <summary>Evaluates the point, once where its value repeats and else as often as was asked for.</summary>
    /// <param name="result">What the search found.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The values; none when the search is to go on, nothing is new, or the point failed.</returns>
    public async Task<IReadOnlyList<double>> TakeAsync(StudyResult result, CancellationToken stop)
    {
        // A search that ran out of time has none for this either; the one that ends it well has.
        bool isDone = result.Reason is not (StopReason.Cancelled or StopReason.Stopped or StopReason.Timeout);
        int times = task.Plan.Settings.Value(TrialSettings.TunedRepeats) ?? Usual;
        if (!isDone || times == 0 || study.Header.Directions.Count > 1 || task.TunedFile is not { } file || result.Best is not { IsAdded: false } best
            || TunedFile.HasRepeats(file, study.Header, best))
        {
            return [];
        }

        CheckpointExecutor anew = new(executor);
        IExecutor judging = study.Options.Loss is { } loss ? new LossExecutor(anew, loss with { Direction = study.Direction }) : anew;
        TrialJob job = new()
        {
            Number = best.Number,
            Space = study.Space,
            Point = best.Point,
            Seed = 0,
            StudyFolder = Path.Combine(study.Folder!, "repeat"),
            Budget = study.Header.Fidelity?.Max,
        };
        PointSample sample = await PointSample.TakeAsync(judging, job, study.Header.Seed, ..1, stop).ConfigureAwait(false);
        if (sample is { Failure: null, Values: [double first] } && !PointSample.AreSame(first, best.Value))
        {
            PointSample rest = await PointSample.TakeAsync(judging, job, study.Header.Seed, 1..times, stop).ConfigureAwait(false);
            sample = rest with { Values = [first, .. rest.Values] };
        }

        if (sample.Failure is { Failure: not FailureKind.Cancelled } failure)
        {
            lines.Message(string.Create(CultureInfo.InvariantCulture,
                $"  the best point ended as {failure.Failure} when it was evaluated again, so the tuned file does "
                + $"not say how its value spreads: {TrialText.FirstLine(failure.Message)}"));
        }

        return sample.Failure is null ? sample.Values : [];
    }
}
