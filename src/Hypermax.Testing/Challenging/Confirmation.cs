using Hypermax.Execution;
using Hypermax.Execution.Checkpoints;
using Hypermax.Execution.Repeats;
using Hypermax.Testing.Guarding;
using Hypermax.Testing.Objectives;

namespace Hypermax.Testing.Challenging;

/// <summary>Evaluates candidates and the tuned values in pairs with seeds that had no part in choosing either, and tells whether one is better.</summary>
/// <remarks>
/// A candidate's seeds are those that its own tuned file will be guarded with. The first pairs only end the series early where the candidate does
/// not look better; the verdict is that of one look at four times as many, so that it errs no more often than stated. There two tests have to agree: the
/// paired t test, and a bootstrap, for gains are lopsided where a candidate's noise is more so than that of the tuned values.
/// </remarks>
/// <param name="objective">The objective.</param>
/// <param name="record">What the tuned file says.</param>
/// <param name="challenge">How to compare.</param>
/// <param name="executor">Runs the evaluations; its values are in the objective's own direction.</param>
/// <param name="seed">The seed of the search.</param>
/// <param name="folder">Where logs and artifacts go.</param>
internal sealed class Confirmation(DeclaredObjective objective, TunedRecord record, TunedChallenge challenge, IExecutor executor, long seed, string folder)
{
    /// <summary>The first pairs look no better when more than this part of all series would be as good by chance.</summary>
    private const double Doubt = 0.2;

    /// <summary>How many times the first pairs decide.</summary>
    private const int Factor = 4;

    /// <summary>Gains whose spread is a smaller part of the values than this differ by rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Evaluates the tuned values twice.</summary>
    /// <returns>Their value where it repeats, or null where it has noise.</returns>
    /// <exception cref="HypermaxAssertException">They have no value.</exception>
    public async Task<double?> ExactAsync(CancellationToken stop)
    {
        IReadOnlyList<double> values = await TunedAsync(record.Trial, ..2, stop).ConfigureAwait(false);
        return PointSample.AreSame(values[0], values[1]) ? values[0] : null;
    }

    /// <summary>Tells whether a value without noise is better than the tuned one by more than it must be.</summary>
    public bool IsBetter(double value, double tuned) => Gain(value, tuned) > challenge.MinGain + (challenge.Tolerance * Math.Abs(tuned));

    /// <summary>Evaluates a candidate beside the tuned values.</summary>
    /// <param name="trial">The trial that found it.</param>
    /// <param name="exact">Whether values repeat as far as is known.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>The candidate; null when it had no value.</returns>
    public async Task<Candidate?> ConfirmAsync(TrialRecord trial, bool exact, CancellationToken stop)
    {
        List<double> tuned = [];
        List<double> found = [];
        foreach (int count in new[] { 1, challenge.Repeats, challenge.Repeats * Factor })
        {
            PointSample sample = await TakeAsync(trial.Number, trial.Point, found.Count..count, stop).ConfigureAwait(false);
            if (sample.Failure is not null)
            {
                return null;
            }

            found.AddRange(sample.Values);
            tuned.AddRange(await TunedAsync(trial.Number, tuned.Count..count, stop).ConfigureAwait(false));
            Candidate candidate = Compare(trial, tuned, found, isLast: false);
            bool isDone = count == 1 ? exact && PointSample.AreSame(found[0], trial.Value) : candidate.PValue >= Doubt;
            if (isDone)
            {
                return candidate;
            }
        }

        return Compare(trial, tuned, found, isLast: true);
    }

    private Candidate Compare(TrialRecord trial, List<double> tuned, List<double> found, bool isLast)
    {
        double[] differences = [.. found.Zip(tuned, Gain)];
        SampleFigures gains = SampleFigures.Of(differences);
        if (gains.Spread <= Rounding * Math.Abs(tuned[0]))
        {
            return new Candidate(trial, tuned, found, gains with { Spread = 0 }, IsBetter(found[0], tuned[0]) ? 0 : 1);
        }

        double paired = PairedTest.PValue(gains, challenge.MinGain);
        double p = isLast ? Math.Max(paired, BootstrapTest.PValue(differences, challenge.MinGain)) : paired;
        return new Candidate(trial, tuned, found, gains, p);
    }

    private double Gain(double value, double tuned) => objective.Direction.ToLoss(tuned) - objective.Direction.ToLoss(value);

    private async Task<IReadOnlyList<double>> TunedAsync(int number, Range indices, CancellationToken stop)
    {
        PointSample sample = await TakeAsync(number, record.Point, indices, stop).ConfigureAwait(false);
        return sample.Failure is { } failure ? throw record.Unusable(objective, failure) : sample.Values;
    }

    private async Task<PointSample> TakeAsync(int number, Point point, Range indices, CancellationToken stop)
    {
        TrialJob job = new()
        {
            Number = number,
            Space = objective.Descriptor.Space,
            Point = point,
            Seed = 0,
            StudyFolder = folder,
            Budget = Budgets.FidelityLedger.WholeOf(objective.Descriptor.Settings),
        };
        PointSample sample = await PointSample.TakeAsync(new CheckpointExecutor(executor), job, seed, indices, stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        return sample;
    }
}
