using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>What people told a study to do: the points to try before the sampler is asked, and the fixed parameters.</summary>
internal sealed class ProposalQueue(int parameters)
{
    private readonly Queue<double[]> _points = new();
    private readonly List<Steering> _values = [];
    private int _read;

    /// <summary>Takes over what was added to the store since the last call; points that became trials already are passed over.</summary>
    public void Read(IStudyStore store)
    {
        for (; _read < store.Steering.Count; _read++)
        {
            Steering steering = store.Steering[_read];
            if (steering.Kind != SteeringKind.Enqueue)
            {
                _values.Add(steering);
            }
            else if (!IsTaken(store, steering))
            {
                _points.Enqueue(steering.Vector);
            }
        }
    }

    public double[]? NextPoint() => _points.TryDequeue(out double[]? point) ? point : null;

    /// <summary>The values fixed for a trial, NaN where free; null when all are free.</summary>
    public double[]? FixedFor(int trial)
    {
        double[]? result = null;
        foreach (Steering steering in _values.Where(steering => steering.FromTrial <= trial))
        {
            result ??= NaNs(parameters);
            result[steering.Parameter] = steering.Kind == SteeringKind.Fix ? steering.Vector[0] : double.NaN;
        }

        return result is null || Array.TrueForAll(result, double.IsNaN) ? null : result;
    }

    private static double[] NaNs(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static bool IsTaken(IStudyStore store, Steering steering) =>
        store.Trials.Skip(steering.FromTrial).Any(trial => trial.Insight?.Method == "enqueued" && trial.Vector.AsSpan().SequenceEqual(steering.Vector));
}
