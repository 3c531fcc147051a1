using Hypermax;
using Hypermax.Hosting;

namespace Hosting;

/// <summary>Plays recorded traffic against a way of batching; smaller is better.</summary>
/// <param name="traffic">The traffic.</param>
public sealed class BatchingObjective(RecordedTraffic traffic) : ISearchObjective<BatchingParams>
{
    // What writing costs, in milliseconds: a batch, each of its messages, and each writer that others wait for.
    private const double PerBatch = 6;
    private const double PerMessage = 0.3;
    private const double PerWriter = 0.8;

    /// <inheritdoc/>
    public Task<double> EvaluateAsync(BatchingParams parameters, TrialContext trial)
    {
        double[] free = new double[parameters.Writers];
        List<double> waiting = [];
        double[] waits = new double[traffic.Arrivals.Count];
        int told = 0;
        int next = 0;
        while (told < waits.Length)
        {
            trial.Cancellation.ThrowIfCancellationRequested();
            int writer = Array.IndexOf(free, free.Min());
            double first = waiting.Count > 0 ? waiting.Min() : traffic.Arrivals[next];
            double start = Math.Max(free[writer], first + parameters.Linger.TotalMilliseconds);
            while (next < waits.Length && traffic.Arrivals[next] <= start)
            {
                waiting.Add(traffic.Arrivals[next++]);
            }

            waiting.Sort();
            int count = Math.Min(parameters.Size, waiting.Count);
            int from = parameters.Order == MessageOrder.OldestFirst ? 0 : waiting.Count - count;
            free[writer] = start + PerBatch + (PerMessage * count) + (PerWriter * parameters.Writers);
            foreach (double arrival in waiting.GetRange(from, count))
            {
                waits[told++] = free[writer] - arrival;
            }

            waiting.RemoveRange(from, count);
        }

        Array.Sort(waits);
        trial.SetMetric("mean", waits.Average());
        return Task.FromResult(waits[(int)(waits.Length * 0.95)]);
    }
}
