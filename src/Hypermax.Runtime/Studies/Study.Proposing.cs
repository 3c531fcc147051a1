using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Storage;

namespace Hypermax;

/// <content>How a point is proposed: the sampler, the values people fixed, and the user's predicate.</content>
public partial class Study
{
    private const int SamplerAttempts = 50;
    private const int RandomAttempts = 10_000;

    private RegretEstimator? _regret;

    /// <summary>Queues a point to be tried before the sampler is asked again; kept with the study.</summary>
    /// <param name="vector">The point in vector form.</param>
    /// <exception cref="ArgumentException">The point is not one of the space.</exception>
    public void Enqueue(double[] vector)
    {
        CheckPoint(vector);
        using (_store.Enter())
        {
            _store.Steer(new Steering(SteeringKind.Enqueue, _store.Trials.Count, -1, [.. vector]));
        }
    }

    /// <summary>Gives a parameter the same value in every proposal from now on; kept with the study.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <param name="value">The value in vector form: a number, or the index of a choice.</param>
    /// <exception cref="ArgumentException">There is no such parameter, or it cannot have that value.</exception>
    public void Fix(string parameter, double value)
    {
        int index = IndexOf(parameter);
        if (!Space.Parameters[index].Contains(value))
        {
            throw new ArgumentException(FormattableString.Invariant($"Parameter '{parameter}' cannot have the value {value}; it must be one that the space allows. Give such a value."), nameof(value));
        }

        using (_store.Enter())
        {
            _store.Steer(new Steering(SteeringKind.Fix, _store.Trials.Count, index, [value]));
        }
    }

    /// <summary>Lets the sampler choose a fixed parameter again; kept with the study.</summary>
    /// <param name="parameter">The path of the parameter.</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public void Free(string parameter)
    {
        int index = IndexOf(parameter);
        using (_store.Enter())
        {
            _store.Steer(new Steering(SteeringKind.Free, _store.Trials.Count, index, []));
        }
    }

    private bool IsPoint(double[] vector) =>
        vector.Length == Space.Count && _geometry.Contains(vector) && Space.Relations.All(relation => relation.Holds(vector));

    private void CheckPoint(double[] vector)
    {
        if (!IsPoint(vector))
        {
            throw new ArgumentException($"The point [{string.Join(", ", vector.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))}] is not one of space '{Space.Name}'; every active parameter needs a value within its bounds, every other one NaN, and relations must hold. Correct the point.", nameof(vector));
        }
    }

    private int IndexOf(string parameter)
    {
        int index = Space.IndexOf(parameter);
        return index >= 0
            ? index
            : throw new ArgumentException($"Space '{Space.Name}' has no parameter '{parameter}'; its parameters are {string.Join(", ", Space.Parameters.Select(known => known.Name))}. Use one of these.", nameof(parameter));
    }

    /// <summary>Tells whether what further trials could gain is estimated to be below the noise.</summary>
    internal bool IsRegretBelowNoise()
    {
        using (_store.Enter())
        {
            int number = _store.Trials.Count;
            _feed.AdvanceTo(number);
            _regret ??= new RegretEstimator();
            return _regret.Estimate(ContextOf(number)) is { IsBelowNoise: true };
        }
    }

    private SamplerContext ContextOf(int number) => new()
    {
        Geometry = _geometry,
        History = _feed.History,
        Running = _feed.Running(number),
        TrialNumber = number,
        PlannedTrials = Options.Trials + _feed.Added,
        Seed = Header.Seed,
        Fixed = _queue.FixedFor(number),
    };

    private Proposal Propose(int number)
    {
        SamplerContext context = ContextOf(number);
        for (int attempt = 0; attempt < SamplerAttempts; attempt++)
        {
            Proposal proposal = _sampler.Propose(context.WithAttempt(attempt));
            if (proposal.IsExhausted)
            {
                return proposal;
            }

            _relations?.Obey(proposal.Vector);
            context.WriteFixed(proposal.Vector);
            if (IsValid(proposal.Vector))
            {
                return proposal;
            }
        }

        return DrawValid(context);
    }

    // Relations hold by construction, except where people fixed a member or one parameter belongs to relations of two kinds.
    private bool IsValid(double[] vector) => Space.Relations.All(relation => relation.Holds(vector)) && (_isValid is null || _isValid(vector));

    // The sampler's model has its mind in a corner the predicate forbids: the laws themselves may still find a way.
    private Proposal DrawValid(SamplerContext context)
    {
        Numerics.SeedStream stream = context.Stream("is-valid");
        double[] vector = new double[Space.Count];
        for (int attempt = 0; attempt < RandomAttempts; attempt++)
        {
            _geometry.Sample(stream, vector);
            _relations?.Obey(vector);
            context.WriteFixed(vector);
            if (IsValid(vector))
            {
                return new Proposal(vector, new Insight("random/valid"));
            }
        }

        throw new InvalidOperationException(FormattableString.Invariant(
            $"The rules of '{Space.Name}' (IsValid, or relations together with fixed values) rejected {RandomAttempts} random points in a row; they should accept a good part of the space. Narrow the ranges to where points are valid, or express the rule with [LessThan] or [SumsTo], which never reject."));
    }
}
