using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;
using Hypermax.Sampling.Sobol;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Evolution;

/// <summary>A genetic algorithm: mutated and crossed children of the best of a few among the youngest trials.</summary>
/// <remarks>
/// <para>Regularised evolution (Real et al. 2019, "Regularized Evolution for Image Classifier Architecture Search"): the
/// population is the youngest trials, so even a lucky one dies, which is what makes it hold up under noise. Crossover is
/// uniform (Syswerda 1989); the number and the size of changes are heavy-tailed (Doerr et al. 2017). A child takes the
/// parameters of its branch from a parent that has them.</para>
/// <para>A function of the context alone. Cost: linear in population and parameters. Not safe to share between threads.</para>
/// </remarks>
public sealed class EvolutionSampler : IOptionSampler
{
    private static readonly Insight Why = new("evolution");

    private readonly EvolutionOptions _options;
    private readonly DistinctPoints _distinct = new();
    private readonly SobolSampler _first = new();
    private readonly List<int> _population = [];

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public EvolutionSampler(EvolutionOptions? options = null)
    {
        _options = options ?? new EvolutionOptions();
        _options.Validate();
    }

    /// <inheritdoc/>
    public string Name => "evolution";

    string? IOptionSampler.Options => MethodOptions.Write(EvolutionLedger.Options, _options);

    /// <inheritdoc/>
    public int StartupTrials(SpaceGeometry geometry) => _options.Population;

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        if (!_distinct.Begin(context))
        {
            return Proposal.Exhausted;
        }

        FindPopulation(context.History);
        if (context.History.Count + context.Running.Count < _options.Population || _population.Count < 2)
        {
            Proposal spread = _first.Propose(context);
            return spread with { Insight = new Insight("evolution/startup") };
        }

        SeedStream stream = context.Stream("evolution");
        int mother = Winner(context.History, stream);
        int father = stream.NextDouble() < _options.CrossoverRate ? Winner(context.History, stream) : mother;
        return _distinct.Replace(context, new Proposal(Offspring.Make(context, mother, father, _options.StepSize, stream), Why));
    }

    private void FindPopulation(TrialHistory history)
    {
        _population.Clear();
        ReadOnlySpan<double> losses = history.Losses;
        for (int row = losses.Length - 1; row >= 0 && _population.Count < _options.Population; row--)
        {
            if (double.IsFinite(losses[row]))
            {
                _population.Add(row);
            }
        }
    }

    private int Winner(TrialHistory history, SeedStream stream)
    {
        int best = -1;
        for (int round = 0; round < _options.Tournament; round++)
        {
            int row = _population[stream.NextInt(_population.Count)];
            best = best < 0 || history.Losses[row] < history.Losses[best] ? row : best;
        }

        return best;
    }
}
