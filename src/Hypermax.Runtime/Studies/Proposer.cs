using Hypermax.Numerics;
using Hypermax.Sampling;
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

    private readonly StudyOptions _options;
    private readonly StudyHeader _header;
    private readonly RelationMap? _relations;
    private readonly Func<double[], bool>? _isValid;
    private readonly IStudyStore _store;
    private readonly HistoryFeed _feed;
    private readonly ProposalQueue _queue = new();
    private RegretEstimator? _regret;

    public Proposer(IStudyStore store, StudyHeader header, SpaceGeometry geometry, ISampler sampler, StudyOptions options, Func<double[], bool>? isValid)
    {
        (_store, _header, Geometry, Sampler, _options, _isValid) = (store, header, geometry, sampler, options, isValid);
        _relations = RelationMap.For(geometry);
        _feed = new HistoryFeed(store, header, _relations);
    }

    public SpaceGeometry Geometry { get; }

    public ISampler Sampler { get; }

    private SearchSpace Space => Geometry.Space;

    /// <summary>Tells whether everything that the proposal of a trial depends on is finished.</summary>
    public bool IsReadyFor(int number) => _feed.IsReadyFor(number);

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

    private SamplerContext ContextOf(int number) => new()
    {
        Geometry = Geometry,
        History = _feed.History,
        Running = _feed.Running(number),
        TrialNumber = number,
        PlannedTrials = _options.Trials + _feed.Added,
        Seed = _header.Seed,
        Fixed = _queue.FixedFor(number),
    };

    private Proposal ProposeAnew(int number)
    {
        SamplerContext context = ContextOf(number);
        for (int attempt = 0; attempt < SamplerAttempts; attempt++)
        {
            Proposal proposal = Sampler.Propose(context.WithAttempt(attempt));
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

    // The sampler keeps proposing what the predicate forbids: draws from the laws themselves may still find a way.
    private Proposal DrawValid(SamplerContext context)
    {
        SeedStream stream = context.Stream("is-valid");
        double[] vector = new double[Space.Count];
        for (int attempt = 0; attempt < RandomAttempts; attempt++)
        {
            Geometry.Sample(stream, vector);
            _relations?.Obey(vector);
            context.WriteFixed(vector);
            if (IsValid(vector))
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
