using Hypermax.Numerics;

namespace Hypermax.Execution.Repeats;

/// <summary>The values of one point, evaluated several times with other seeds than that of its trial.</summary>
/// <remarks>
/// The value of a trial that was chosen as the best of many is better than the point: luck helped to choose it. These values
/// had no part in the choice, so that their mean is what the point gives.
/// </remarks>
/// <param name="Values">The values, in the order of their seeds.</param>
/// <param name="Failure">The outcome of an evaluation that had no value, which ended the series; null when all had one.</param>
internal sealed record PointSample(IReadOnlyList<double> Values, TrialOutcome? Failure = null)
{
    // Means of equal values differ in the last bits.
    private const double Rounding = 1e-12;

    /// <summary>
    /// Gets the seed of one evaluation: the same for the same study, trial and index, so that code that has not changed gives the same values again.
    /// </summary>
    public static int SeedOf(long studySeed, int trial, int index) =>
        new SeedStream(studySeed, trial, FormattableString.Invariant($"tuned {index}")).NextInt(int.MaxValue);

    /// <summary>Evaluates a point.</summary>
    /// <param name="executor">Runs the evaluations, one after the other.</param>
    /// <param name="job">The trial that found the point; its seed is replaced.</param>
    /// <param name="studySeed">The seed of its study.</param>
    /// <param name="indices">Which evaluations of the series to run.</param>
    /// <param name="cancellation">Ends the series early.</param>
    public static async Task<PointSample> TakeAsync(IExecutor executor, TrialJob job, long studySeed, Range indices, CancellationToken cancellation)
    {
        List<double> values = [];
        for (int i = indices.Start.Value; i < indices.End.Value; i++)
        {
            TrialOutcome outcome = await executor.RunAsync(job with { Seed = SeedOf(studySeed, job.Number, i), Reported = null }, cancellation)
                .ConfigureAwait(false);
            if (outcome.State != TrialState.Complete)
            {
                return new PointSample(values, outcome);
            }

            values.Add(outcome.Value);
        }

        return new PointSample(values);
    }

    /// <summary>Tells whether two values are the same but for the rounding of a mean.</summary>
    public static bool AreSame(double left, double right) => Math.Abs(left - right) <= Rounding * Math.Max(Math.Abs(left), Math.Abs(right));
}
