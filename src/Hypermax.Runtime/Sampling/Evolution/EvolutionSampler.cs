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
        return _distinct.Replace(context, new Proposal(Child(context, mother, father, stream), Why));
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

    private double[] Child(SamplerContext context, int mother, int father, SeedStream stream)
    {
        double[] vector = new double[context.Geometry.Count];
        int present = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            present += double.IsNaN(context.History.Column(i)[mother]) ? 0 : 1;
        }

        // One change on average, now and then many: a heavy tail leaves no valley too wide.
        double rate = Math.Min(1, 1 / (Math.Sqrt(stream.NextOpen()) * 2 * Math.Max(1, present)) * 1.5);
        double size = _options.StepSize * Math.Pow(0.01, stream.NextDouble());
        bool hasChanged = false;
        for (int i = 0; i < vector.Length; i++)
        {
            if (!context.TrySettle(vector, i))
            {
                ReadOnlySpan<double> column = context.History.Column(i);
                double inherited = column[stream.NextInt(2) == 0 ? mother : father];
                inherited = !double.IsNaN(inherited) ? inherited : !double.IsNaN(column[mother]) ? column[mother] : column[father];
                bool mutates = stream.NextDouble() < rate;
                vector[i] = double.IsNaN(inherited) ? context.Geometry.Dimensions[i].FromUnit(stream.NextDouble())
                    : mutates ? Mutate(context.Geometry.Dimensions[i], inherited, size, stream)
                    : inherited;
                hasChanged |= mutates || double.IsNaN(inherited);
            }
        }

        return hasChanged ? vector : ChangeOne(context, vector, size, stream);
    }

    private static double[] ChangeOne(SamplerContext context, double[] vector, double size, SeedStream stream)
    {
        int[] free =
        [
            .. Enumerable.Range(0, vector.Length).Where(
                i => !double.IsNaN(vector[i]) && context.Fixed[i] is null && context.Geometry.Dimensions[i].LevelCount != 1),
        ];
        if (free.Length > 0)
        {
            int changed = free[stream.NextInt(free.Length)];
            vector[changed] = Mutate(context.Geometry.Dimensions[changed], vector[changed], size, stream);
            context.Complete(vector, stream);
        }

        return vector;
    }

    /// <summary>Moves a value to another of its dimension.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="value">The value, in vector form.</param>
    /// <param name="size">The standard deviation of the step, as a part of the unit interval; choices without an order are drawn anew.</param>
    /// <param name="stream">Where the draws come from.</param>
    internal static double Mutate(Dimension dimension, double value, double size, SeedStream stream)
    {
        if (dimension.IsCategorical)
        {
            return dimension.FromUnit(stream.NextDouble());
        }

        double place = dimension.ToUnit(value);
        double moved = place + (size * stream.NextNormal());
        moved = moved < 0 ? -moved : moved > 1 ? 2 - moved : moved;
        double changed = dimension.FromUnit(Math.Clamp(moved, 0, 1));
        if (changed != value || dimension.IsContinuous)
        {
            return changed;
        }

        // A step too small to leave its cell moves to the neighbour instead.
        (double low, double high) = dimension.Cell(value);
        double beside = stream.NextInt(2) == 0 ? low - (0.5 * (high - low)) : high + (0.5 * (high - low));
        return dimension.FromUnit(Math.Clamp(beside, 0, 1));
    }
}
