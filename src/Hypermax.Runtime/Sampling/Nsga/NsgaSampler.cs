using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;
using Hypermax.Sampling.Evolution;
using Hypermax.Sampling.Several;
using Hypermax.Sampling.Sobol;
using Hypermax.Settings;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Nsga;

/// <summary>Evolution towards a front: children of the best trials by domination and by how lonely they are on their front.</summary>
/// <remarks>
/// <para>NSGA-II (Deb, Pratap, Agarwal, Meyarivan 2002) and NSGA-III (Deb and Jain 2014), one child at a time instead of generations (Durillo et al. 2009):
/// the population are the best of all trials so far, so that every trial counts from the next proposal on. Infeasible trials come after feasible ones,
/// by how much they break.</para>
/// <para>A function of the context alone. Cost with n trials and m objectives: a non-dominated sort, O(n log n) for two objectives. Not safe to share
/// between threads.</para>
/// </remarks>
public sealed class NsgaSampler : IOptionSampler
{
    private readonly NsgaOptions _options;
    private readonly OptionLedger<NsgaOptions> _ledger;
    private readonly bool _hasReferences;
    private readonly DistinctPoints _distinct = new();
    private readonly SobolSampler _first = new();

    private NsgaSampler(NsgaOptions? options, bool hasReferences)
    {
        (_options, _hasReferences) = (options ?? new NsgaOptions(), hasReferences);
        _ledger = hasReferences ? NsgaLedger.Nsga3 : NsgaLedger.Nsga2;
        _ledger.Require(_options);
    }

    /// <inheritdoc/>
    public string Name => _hasReferences ? "nsga3" : "nsga2";

    /// <inheritdoc/>
    public bool TakesSeveralObjectives => true;

    /// <inheritdoc/>
    public bool LearnsConstraints => true;

    string? IOptionSampler.Options => MethodOptions.Write(_ledger, _options);

    /// <summary>Creates a sampler that keeps those trials of a front that are far from their neighbours.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public static NsgaSampler Nsga2(NsgaOptions? options = null) => new(options, hasReferences: false);

    /// <summary>Creates a sampler that keeps trials near evenly spread directions: for three objectives and more.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public static NsgaSampler Nsga3(NsgaOptions? options = null) => new(options, hasReferences: true);

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) => _options.Population;

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        if (context.History.Count + context.Running.Count < _options.Population || context.History.UsableCount < 2)
        {
            return _first.Propose(context) with { Insight = new Insight($"{Name}/startup") };
        }

        FeasibleFronts sorted = FeasibleFronts.Of(context.History);
        Population population = Population.Of(sorted, _options.Population, _hasReferences ? ReferenceNiches.Select : LeastCrowded.Select);
        SeedStream stream = context.Stream(Name);
        int mother = population.Winner(stream);
        int father = stream.NextDouble() < _options.CrossoverRate ? population.Winner(stream) : mother;
        double[] child = Offspring.Make(context, mother, father, _options.StepSize, stream);
        return _distinct.Replace(context, new Proposal(child, new Insight(Name)));
    }
}
