using Hypermax.Execution;
using Hypermax.Execution.Checkpoints;
using Hypermax.Execution.Repeats;
using Hypermax.Testing.Objectives;

namespace Hypermax.Testing.Guarding;

/// <summary>Evaluates a tuned point with the code of today and tells whether it has got worse than recorded.</summary>
/// <remarks>
/// <para>The evaluations have the seeds of those that the tuned file sums up, so that an objective whose draws follow its seed gives the
/// very same values until somebody changes it.</para>
/// <para>Values that spread are compared by two one-sided tests, and the larger p value counts: Welch's t test, which is right for noise like a bell
/// whatever became of its spread, and a permutation test, which is right for noise of any shape that has stayed the same. Where the file does not list
/// enough values to permute, Welch's test stands alone.</para>
/// <para>The first evaluations only end the check early where they do not look worse; the verdict is that of one look at four times as many, so that it
/// errs no more often than stated.</para>
/// </remarks>
internal sealed class TunedGuard(DeclaredObjective objective, TunedRecord record, TunedCheck check)
{
    /// <summary>The first evaluations look worse when less than this many of a hundred series would be as bad by chance.</summary>
    private const double Suspicion = 0.2;

    /// <summary>How many times the first evaluations decide.</summary>
    private const int Factor = 4;

    private readonly Direction _direction = objective.Direction;

    /// <summary>Checks the point.</summary>
    /// <param name="executor">Runs the evaluations; its values are in the objective's own direction.</param>
    /// <param name="folder">Where logs and artifacts go, or null.</param>
    /// <param name="stop">Ends the check early.</param>
    /// <exception cref="HypermaxAssertException">An evaluation had no value.</exception>
    /// <exception cref="OperationCanceledException">The check was ended early.</exception>
    public async Task<TunedVerdict> CheckAsync(IExecutor executor, string? folder, CancellationToken stop)
    {
        List<double> values = [];
        await AddAsync(executor, folder, values, 1, stop).ConfigureAwait(false);
        if (record.Spread == 0)
        {
            if (!IsWorseThanTold(values[0]))
            {
                return Verdict(values, 1, isWorse: false);
            }

            // Worse, or noisy since: another seed tells.
            await AddAsync(executor, folder, values, 2, stop).ConfigureAwait(false);
            if (PointSample.AreSame(values[0], values[1]))
            {
                return Verdict(values, 0, isWorse: true);
            }
        }

        await AddAsync(executor, folder, values, check.Repeats, stop).ConfigureAwait(false);
        if (PValue(values) is var first && first >= Suspicion)
        {
            return Verdict(values, first, isWorse: false);
        }

        await AddAsync(executor, folder, values, check.Repeats * Factor, stop).ConfigureAwait(false);
        double p = PValue(values);
        return Verdict(values, p, p < check.ErrorRate);
    }

    private async Task AddAsync(IExecutor executor, string? folder, List<double> values, int count, CancellationToken stop)
    {
        TrialJob job = new()
        {
            Number = record.Trial,
            Space = objective.Descriptor.Space,
            Point = record.Point,
            Seed = 0,
            StudyFolder = folder,
            Budget = Budgets.FidelityLedger.WholeOf(objective.Descriptor.Settings),
        };
        PointSample sample = await PointSample.TakeAsync(new CheckpointExecutor(executor), job, record.Seed, values.Count..count, stop).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        if (sample.Failure is { } failure)
        {
            throw record.Unusable(objective, failure);
        }

        values.AddRange(sample.Values);
    }

    private bool IsWorseThanTold(double value) =>
        _direction.ToLoss(value) - _direction.ToLoss(record.Mean) > check.MaxLossIncrease + (check.Tolerance * Math.Abs(record.Mean));

    // Values that all agree have no spread to test by; then their mean is exact.
    private double PValue(List<double> values)
    {
        double[] losses = Losses(values);
        SampleFigures now = SampleFigures.Of(losses);
        SampleFigures then = new(_direction.ToLoss(record.Mean), record.Spread, record.Repeats);
        if (now.Spread == 0 && then.Spread == 0)
        {
            return IsWorseThanTold(values[0]) ? 0 : 1;
        }

        double welch = WelchTest.Of(then, now).PValue(check.MaxLossIncrease);
        return PermutationTest.CanReach(check.ErrorRate, record.Values.Count, check.Repeats * Factor)
            ? Math.Max(welch, PermutationTest.PValue(Losses(record.Values), losses, check.MaxLossIncrease))
            : welch;
    }

    private double[] Losses(IReadOnlyList<double> values) => [.. values.Select(value => _direction.ToLoss(value))];

    private TunedVerdict Verdict(List<double> values, double p, bool isWorse)
    {
        SampleFigures now = SampleFigures.Of([.. values]);
        return new TunedVerdict(objective.Study, record.Mean, record.Spread, record.Repeats, values, now.Mean, now.HalfWidth, p, isWorse);
    }
}
