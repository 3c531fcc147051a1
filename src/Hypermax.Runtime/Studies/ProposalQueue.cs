using Hypermax.Sampling;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>What people told a study to do: the points to try before the sampler is asked, and the fixed parameters.</summary>
internal sealed class ProposalQueue
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

    /// <summary>The values fixed for a trial.</summary>
    public FixedValues FixedFor(int trial)
    {
        FixedValues values = FixedValues.None;
        foreach (Steering steering in _values.Where(steering => steering.FromTrial <= trial))
        {
            values = steering.Kind == SteeringKind.Fix ? values.With(steering.Parameter, steering.Vector[0]) : values.Without(steering.Parameter);
        }

        return values;
    }

    private static bool IsTaken(IStudyStore store, Steering steering) =>
        store.Trials.Skip(steering.FromTrial).Any(trial => trial.Insight?.Method == "enqueued" && trial.Vector.AsSpan().SequenceEqual(steering.Vector));
}
