using Hypermax.Sampling.Distinct;
using Hypermax.Sampling.Sobol;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Tpe;

/// <summary>The tree-structured Parzen estimator: proposes where good trials are dense and bad ones are not.</summary>
/// <remarks>
/// <para>Bergstra et al. (2011), with the joint kernels, weights and widths of Watanabe (2023, arXiv 2304.11127); what is
/// different here and why stands in docs/algorithms/tpe.md. Cost of a proposal with n trials, p parameters and c
/// candidates: O(c·n·p) multiplications, O(p·log n) to take in a trial.</para>
/// <para>Keeps the densities of the history it saw last; a new instance proposes the same. Not safe to share between threads.</para>
/// </remarks>
public sealed class TpeSampler : IOptionSampler
{
    private readonly TpeOptions _options;
    private readonly DistinctPoints _distinct = new();
    private readonly SobolSampler _first = new();
    private CandidateSearch? _search;
    private TpeOptions? _searchOptions;
    private TpeOptions _checked;

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for <see cref="TpeOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public TpeSampler(TpeOptions? options = null)
    {
        _options = options ?? TpeOptions.Default;
        _options.Validate();
        _checked = _options;
    }

    /// <inheritdoc/>
    public string Name => "tpe";

    /// <inheritdoc/>
    public bool TakesSeveralObjectives => true;

    /// <inheritdoc/>
    public bool LearnsConstraints => true;

    string? IOptionSampler.Options => MethodOptions.Write(TpeLedger.Options, _options);

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) => _options.StartupIn(geometry);

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context) => Propose(context, _options);

    /// <summary>Proposes a point with settings of its own, as adaptive methods do.</summary>
    /// <param name="context">All the sampler may know. Its history may be a filtered copy; its fixed values are conditioned on.</param>
    /// <param name="options">The settings of this proposal.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public Proposal Propose(SamplerContext context, TpeOptions options)
    {
        if (!ReferenceEquals(options, _checked))
        {
            options.Validate();
            _checked = options;
        }

        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        if (context.History.Count + context.Running.Count < options.StartupIn(context.Geometry))
        {
            return Start(context, options);
        }

        CandidateSearch search = SearchOf(context.Geometry, context.History, options);
        search.Model.Update(context.Running);
        try
        {
            return _distinct.Replace(context, search.Propose(context, _distinct));
        }
        finally
        {
            search.Model.Forget();
        }
    }

    private Proposal Start(SamplerContext context, TpeOptions options)
    {
        Insight why = new("tpe/startup");
        if (options.SpreadStartup)
        {
            return context is { TrialNumber: 0, Attempt: 0 }
                ? _distinct.Replace(context, new Proposal(context.Middle(), why))
                : _first.Propose(context) with { Insight = why };
        }

        double[] vector = new double[context.Geometry.Count];
        context.Sample(context.Stream("tpe/startup"), vector);
        return _distinct.Replace(context, new Proposal(vector, why));
    }

    private CandidateSearch SearchOf(SpaceGeometry geometry, TrialHistory history, TpeOptions options)
    {
        if (_search is null
            || !ReferenceEquals(_search.Model.Geometry, geometry)
            || !ReferenceEquals(_search.Model.History, history)
            || _searchOptions != options)
        {
            _search = CandidateSearch.Of(geometry, history, options);
            _searchOptions = options;
        }

        return _search;
    }
}
