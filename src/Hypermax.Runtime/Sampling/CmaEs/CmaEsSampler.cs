using Hypermax.Sampling.Distinct;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.CmaEs;

/// <summary>The covariance matrix adaptation evolution strategy with margin: a normal distribution that follows good trials.</summary>
/// <remarks>
/// <para>Hansen (2016) with the margin of Hamano et al. (2022) for whole numbers and steps; categorical parameters have
/// probabilities of their own, and a parameter that does not exist in a trial neither moves nor narrows the distribution
/// (docs/algorithms/cmaes.md). Every λ finished trials are one generation, in the order of the history; a failed trial
/// ranks last. When the distribution is spent, a new one with twice the population starts at a random place (Auger and
/// Hansen 2005).</para>
/// <para>Cost of a proposal: O(N²) with N numeric parameters, O(N³) once a generation. Keeps the distribution of the
/// history it saw last; a new instance replays the history and proposes the same. Not safe to share between threads.</para>
/// </remarks>
public sealed class CmaEsSampler : IOptionSampler
{
    private readonly CmaEsOptions _options;
    private readonly DistinctPoints _distinct = new();
    private CmaEsRun? _run;
    private SpaceGeometry? _geometry;
    private TrialHistory? _history;
    private long _seed;

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public CmaEsSampler(CmaEsOptions? options = null)
    {
        _options = options ?? new CmaEsOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public string Name => "cmaes";

    string? IOptionSampler.Options => MethodOptions.Write(CmaEsLedger.Options, _options);

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) =>
        _options.Population ?? CmaEsConstants.DefaultPopulation(geometry.Dimensions.Count(dimension => dimension.LevelCount != 1));

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        if (_run is null || !ReferenceEquals(_geometry, context.Geometry) || !ReferenceEquals(_history, context.History) || _seed != context.Seed)
        {
            (_geometry, _history, _seed) = (context.Geometry, context.History, context.Seed);
            _run = new CmaEsRun(context.Geometry, context.Seed, _options);
        }

        _run.Replay(context.History);
        return _distinct.Replace(context, new Proposal(_run.Draw(context), new Insight(_run.Name)));
    }
}
