using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Conformance;

/// <summary>Asks a sampler and tells it losses, without a study.</summary>
public sealed class SamplerRun
{
    private readonly ISampler _sampler;
    private readonly long _seed;
    private readonly List<double[]> _running = [];
    private int _next;

    public SamplerRun(ISampler sampler, SearchSpace space, long seed = 1)
    {
        (_sampler, _seed) = (sampler, seed);
        Geometry = new SpaceGeometry(space);
        History = new TrialHistory(space.Count);
    }

    public SpaceGeometry Geometry { get; }

    public TrialHistory History { get; }

    public IReadOnlyList<double[]> Running => _running;

    public FixedValues Fixed { get; set; } = FixedValues.None;

    /// <summary>Gets what the sampler would be asked with for the next trial.</summary>
    public SamplerContext Context => new()
    {
        Geometry = Geometry,
        History = History,
        Running = [.. _running.Select(point => new Point(point))],
        TrialNumber = _next,
        PlannedTrials = 100,
        Seed = _seed,
        Fixed = Fixed,
    };

    /// <summary>Asks for a trial, which then runs; null when the space is used up.</summary>
    public double[]? Ask()
    {
        Proposal proposal = _sampler.Propose(Context);
        if (proposal.IsExhausted)
        {
            return null;
        }

        _running.Add(proposal.Vector);
        _next++;
        return proposal.Vector;
    }

    /// <summary>Counts a trial that the caller asked for and told itself.</summary>
    public void Skip() => _next++;

    public void Tell(double[] vector, double loss, TrialState state = TrialState.Complete)
    {
        _running.Remove(vector);
        History.Add(_next - 1, vector, loss, state);
    }

    /// <summary>Asks and tells a number of trials; fewer when the space is used up.</summary>
    /// <returns>The points.</returns>
    public List<double[]> Do(int trials, Func<double[], double> loss, Func<int, TrialState>? state = null)
    {
        List<double[]> points = [];
        for (int i = 0; i < trials; i++)
        {
            if (Ask() is not { } point)
            {
                break;
            }

            points.Add(point);
            Tell(point, loss(point), state?.Invoke(i) ?? TrialState.Complete);
        }

        return points;
    }

    /// <summary>A loss that any space has: the distance from a fixed place in unit coordinates, plus the choices.</summary>
    public double Bowl(double[] vector)
    {
        double sum = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            if (!double.IsNaN(vector[i]))
            {
                double distance = Geometry.Dimensions[i].ToUnit(vector[i]) - 0.3;
                sum += distance * distance;
            }
        }

        return sum;
    }

    /// <summary>A loss without any pattern: a hash of the point.</summary>
    public static double Hash(double[] vector) =>
        new SeedStream(vector.Aggregate(17L, (hash, value) => unchecked((hash * 31) + BitConverter.DoubleToInt64Bits(value))), 0, "loss").NextDouble();
}
