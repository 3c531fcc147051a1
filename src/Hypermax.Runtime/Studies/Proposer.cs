using Hypermax.Numerics;
using Hypermax.Pruning;
using Hypermax.Sampling;
using Hypermax.Sampling.Distinct;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Sampling.Guided;
using Hypermax.Spaces;
using Hypermax.Spaces.Relations;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>How a study finds its points: those that people queued, else the sampler's, with fixed values, relations and the user's predicate.</summary>
/// <remarks>Called within a turn of the store.</remarks>
internal sealed class Proposer
{
    private const int SamplerAttempts = 50;
    private const int RandomAttempts = 10_000;
    private const int Draws = 32;

    private readonly StudyHeader _header;
    private readonly RelationMap? _relations;
    private readonly Func<double[], bool>? _isValid;
    private readonly IStudyStore _store;
    private readonly HistoryFeed _feed;
    private readonly ProposalQueue _queue = new();
    private readonly StudyControl _control;
    private RegretEstimator? _regret;

    public Proposer(IStudyStore store, StudyHeader header, SpaceGeometry geometry, ISampler sampler, StudyControl control, Func<double[], bool>? isValid)
    {
        (_store, _header, Geometry, Sampler, _control, _isValid) = (store, header, geometry, sampler, control, isValid);
        _relations = RelationMap.For(geometry);
        _feed = new HistoryFeed(store, header, _relations, new BoundPoints(geometry), sampler.LearnsConstraints);
    }

    public SpaceGeometry Geometry { get; }

    public ISampler Sampler { get; }

    private SearchSpace Space => Geometry.Space;

    /// <summary>Tells whether everything that the proposal of a trial depends on is finished.</summary>
    public bool IsReadyFor(int number) => _feed.IsReadyFor(number);

    /// <summary>Gets the curves that a verdict on a trial may depend on.</summary>
    public CurveHistory CurvesFor(int number) => _feed.CurvesFor(number);

    /// <summary>Finds the point of the next trial.</summary>
    public Proposal Propose(int number)
    {
        _feed.AdvanceTo(number);
        _queue.Read(_store);
        return _queue.NextPoint() is { } queued ? new Proposal(queued.ToArray(), Insight.Enqueued)
            : Remeasuring.Next(_store) is { } leader
            ? new Proposal(
                leader.Point.ToArray(),
                new Insight(Remeasuring.Method) { Note = FormattableString.Invariant($"trial {leader.Number} again, under the new code") })
            : ProposeAnew(number);
    }

    /// <summary>Tells whether what further trials could gain is estimated to be below the noise.</summary>
    public bool IsRegretBelowNoise()
    {
        int number = _store.Trials.Count;
        _feed.AdvanceTo(number);
        _regret ??= new RegretEstimator();
        return _regret.Estimate(ContextOf(number)) is { IsBelowNoise: true };
    }

    /// <summary>Tells whether a point is one of the space.</summary>
    public bool IsPoint(Point point) =>
        point.Count == Space.Count && Geometry.Contains(point) && Space.Relations.All(relation => relation.Holds(point));

    private SamplerContext ContextOf(int number, FixedValues? given = null) => new()
    {
        Geometry = Geometry,
        History = _feed.History,
        Running = _feed.Running(number),
        TrialNumber = number,
        PlannedTrials = _control.Trials + _feed.Added,
        Seed = _header.Seed,
        Fixed = given ?? _queue.WishesFor(number).Fixed,
    };

    private Proposal ProposeAnew(int number)
    {
        ParameterWishes wishes = _queue.WishesFor(number);
        SamplerContext context = ContextOf(number, wishes.Fixed);
        ISampler sampler = wishes.Guidance.IsEmpty ? Sampler : new GuidedSampler(Sampler, wishes.Guidance);
        for ((int attempt, int refused) = (0, 0); refused < SamplerAttempts; attempt++)
        {
            Proposal proposal = sampler.Propose(context.WithAttempt(attempt));
            if (proposal.IsExhausted)
            {
                return proposal;
            }

            double[] free = [.. proposal.Vector];
            if (!Bind(context, proposal.Vector))
            {
                refused++;
            }
            else if (!IsRepeat(number, proposal.Vector))
            {
                return proposal;
            }
            else if (!proposal.IsListed)
            {
                return Beside(context, free) is { } beside ? new Proposal(beside, Moved(proposal.Insight)) : proposal;
            }
        }

        return DrawValid(context);
    }

    // Samplers pass over points that were tried, but they see free coordinates, and many of these may be bound to one point.
    private bool IsRepeat(int number, double[] vector) => _relations is not null && _feed.IsTried(number, vector);

    private static Insight Moved(Insight insight)
    {
        const string Note = "moved: under the relations the first choice had been tried";
        return insight with { Note = insight.Note is null ? Note : $"{insight.Note}; {Note}" };
    }

    // First a little, then farther, at last anywhere; null where hardly anything else obeys.
    private double[]? Beside(SamplerContext context, double[] free)
    {
        SeedStream stream = context.Stream("related/distinct");
        double[] vector = new double[Space.Count];
        for (int draw = 0; draw < 2 * Draws; draw++)
        {
            if (draw < Draws)
            {
                NearbyPoint.Draw(context, free, 1e-3 * Math.Pow(2, draw / 4.0), stream, vector);
            }
            else
            {
                Geometry.Sample(stream, vector);
            }

            if (Bind(context, vector) && !IsRepeat(context.TrialNumber, vector))
            {
                return vector;
            }
        }

        return null;
    }

    // Free coordinates become a point of the space; tells whether the rules of the user allow it.
    private bool Bind(SamplerContext context, double[] vector)
    {
        _relations?.Obey(vector);
        context.WriteFixed(vector);
        return IsValid(vector);
    }

    // Relations hold by construction, except where people fixed a member or one parameter belongs to relations of two kinds.
    private bool IsValid(double[] vector) => Space.Relations.All(relation => relation.Holds(vector)) && (_isValid is null || _isValid(vector));

    // The sampler keeps proposing what the predicate forbids: draws from the laws themselves may still find a way.
    private Proposal DrawValid(SamplerContext context)
    {
        SeedStream stream = context.Stream("is-valid");
        double[] vector = new double[Space.Count];
        for (int attempt = 0; attempt < RandomAttempts; attempt++)
        {
            Geometry.Sample(stream, vector);
            if (Bind(context, vector))
            {
                return new Proposal(vector, new Insight("random/valid"));
            }
        }

        throw new InvalidOperationException(
            FormattableString.Invariant(
                $"The rules of '{Space.Name}' (IsValid, or relations together with fixed values) rejected {RandomAttempts} random points in a row; ")
            + "they should accept a good part of the space. Narrow the ranges to where points are valid, or express the rule with [LessThan] or [SumsTo], "
            + "which never reject.");
    }
}
