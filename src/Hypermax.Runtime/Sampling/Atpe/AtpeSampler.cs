using Hypermax.Sampling.Atpe.Choosing;
using Hypermax.Sampling.Atpe.Locking;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Sampling.Distinct;
using Hypermax.Sampling.Tpe;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Atpe;

/// <summary>The adaptive tree-structured Parzen estimator, the method that Hypermax is named for.</summary>
/// <remarks>
/// <para>Before each proposal it looks at what the history is like and chooses: the settings of the estimator, which trials
/// it sees, and which parameters are locked to values of good trials while the others are searched. The choice is made by
/// models, those that Hypermax published or trained ones, where <see cref="AtpeOptions.ModelFolder"/> names their folder, else by a constant
/// rule; the note of each <see cref="Insight"/> says what was chosen and why. Formulas and the defects of the original that
/// are mended stand in docs/algorithms/atpe.md.</para>
/// <para>Unchanged by a·y + b of the losses with a &gt; 0, up to rounding. Keeps what its parts keep; a new instance proposes the same. Not
/// safe to share between threads.</para>
/// </remarks>
public sealed class AtpeSampler : ISampler
{
    private readonly Func<RankedTrials, AtpePolicy> _policyOf;
    private readonly Func<SpaceGeometry, int> _startupOf;
    private readonly TpeSampler _tpe = new();
    private readonly DistinctPoints _distinct = new();
    private RankedTrials? _trials;
    private AtpePolicy? _policy;
    private ParameterLocks? _locks;

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">The folder of models, or a file in it, is missing or not as it must be; the message names file and line.</exception>
    public AtpeSampler(AtpeOptions? options = null)
        : this(AtpePolicies.Of(options?.ModelFolder))
    {
    }

    /// <summary>Creates a sampler with a policy of its own, as training does.</summary>
    /// <param name="policies">What makes the policy of a history.</param>
    internal AtpeSampler(AtpePolicies policies) => (_policyOf, _startupOf) = (policies.For, policies.StartupTrials);

    /// <inheritdoc/>
    public string Name => "atpe";

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) => _startupOf(geometry);

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        Prepare(context);
        if (_trials!.ValidCount < _policy!.StartupTrials)
        {
            return Start(context, _policy);
        }

        AtpeSettings settings = _policy.Choose(context.Fixed, context.Stream("atpe/choice"));
        IReadOnlyList<(int Parameter, double Value)> locks = _locks!.Draw(settings.Lock, context.Fixed, context.Stream("atpe/lock"));
        TrialHistory history = settings.Filter.Apply(_trials, _policy.StartupTrials, context.Stream("atpe/filter"));
        Proposal proposal = Estimate(context, settings.Tpe with { StartupTrials = 1 }, history, locks);
        return _distinct.Replace(context, Named(proposal, Name, Words(context, settings, history, proposal, locks)));
    }

    private void Prepare(SamplerContext context)
    {
        if (_trials is null || !ReferenceEquals(_trials.History, context.History) || !ReferenceEquals(_trials.Geometry, context.Geometry))
        {
            _trials = new RankedTrials(context.Geometry, context.History);
            _policy = _policyOf(_trials);
            _locks = new ParameterLocks(_trials);
        }

        _trials.Update();
    }

    // Trials of every state end the first points, as in tpe: where most are pruned, waiting for complete ones would be a random search.
    private Proposal Start(SamplerContext context, AtpePolicy policy)
    {
        Proposal proposal = _tpe.Propose(context, policy.Startup);
        return proposal.Insight.Method == _tpe.Name
            ? Named(
                proposal,
                Name,
                FormattableString.Invariant($"nothing chosen: {_trials!.ValidCount} trials with a loss of their own are fewer than {policy.StartupTrials}"))
            : Named(proposal, "atpe/startup", null);
    }

    // The points that the locks leave may be used up while the space is not.
    private Proposal Estimate(SamplerContext context, TpeOptions options, TrialHistory history, IReadOnlyList<(int Parameter, double Value)> locks)
    {
        FixedValues values = context.Fixed;
        foreach ((int parameter, double value) in locks)
        {
            values = values.With(parameter, value);
        }

        Proposal proposal = _tpe.Propose(context.With(history, values), options);
        return proposal.IsExhausted ? _tpe.Propose(context, options) : proposal;
    }

    private static string Words(
        SamplerContext context, AtpeSettings settings, TrialHistory history, Proposal proposal, IReadOnlyList<(int Parameter, double Value)> locks)
    {
        string[] locked = [.. locks.Where(l => proposal.Vector[l.Parameter] == l.Value).Select(l => context.Space.Parameters[l.Parameter].Name)];
        string left = history.Count < context.History.Count
            ? FormattableString.Invariant($"; {history.Count} of {context.History.Count} trials seen")
            : string.Empty;
        return $"{settings.Words}{left}{(locked.Length == 0 ? string.Empty : $"; locked {string.Join(", ", locked)}")}";
    }

    private static Proposal Named(Proposal proposal, string method, string? words) => proposal.IsExhausted ? proposal : proposal with
    {
        Insight = proposal.Insight with
        {
            Method = method,
            Note = words is null ? proposal.Insight.Note : proposal.Insight.Note is null ? words : $"{words}; {proposal.Insight.Note}",
        },
    };
}
