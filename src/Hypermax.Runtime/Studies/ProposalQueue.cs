using Hypermax.Sampling;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>What people told a study to do: the points to try before the sampler is asked, and the fixed parameters.</summary>
internal sealed class ProposalQueue
{
    private readonly Queue<Point> _points = new();
    private readonly List<Steering> _values = [];
    private int _read;

    /// <summary>Gets how many points wait to be tried, those among them that were added since the last <see cref="Read"/>.</summary>
    public int CountIn(IStudyStore store)
    {
        int count = _points.Count;
        for (int i = _read; i < store.Steering.Count; i++)
        {
            count += store.Steering[i] is Steering.Enqueue ? 1 : 0;
        }

        return count;
    }

    /// <summary>Takes over what was added to the store since the last call; points that became trials already are passed over.</summary>
    public void Read(IStudyStore store)
    {
        for (; _read < store.Steering.Count; _read++)
        {
            if (store.Steering[_read] is not Steering.Enqueue enqueue)
            {
                _values.Add(store.Steering[_read]);
            }
            else if (!IsTaken(store, enqueue))
            {
                _points.Enqueue(enqueue.Point);
            }
        }
    }

    public Point? NextPoint() => _points.TryDequeue(out Point? point) ? point : null;

    /// <summary>Gets what people want of each parameter for a trial.</summary>
    public ParameterWishes WishesFor(int trial) => _values.Count == 0
        ? ParameterWishes.None
        : ParameterWishes.Of(_values.Where(steering => steering.FromTrial <= trial));

    private static bool IsTaken(IStudyStore store, Steering.Enqueue enqueue) =>
        store.Trials.Skip(enqueue.FromTrial).Any(trial => trial.IsEnqueued && trial.Point.Equals(enqueue.Point));
}
