using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Choosing;
using Hypermax.Sampling.Atpe.Published;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling.Atpe.Learned;

/// <summary>Takes the action that a model of our own says is worth most in the context; the best on average while there are few trials.</summary>
internal sealed class LearnedPolicy(RankedTrials trials, LearnedModel model) : AtpePolicy(trials)
{
    private const int FewestForContext = 10;

    private readonly ContextFeatures _features = new(trials);
    private readonly double[] _context = new double[ContextFeatures.Names.Count];

    /// <inheritdoc/>
    public override int StartupTrials { get; } = TpeOptions.Default.StartupIn(trials.Geometry);

    /// <inheritdoc/>
    public override TpeOptions Startup => TpeOptions.Default;

    /// <inheritdoc/>
    public override AtpeSettings Choose(FixedValues given, SeedStream stream)
    {
        if (Trials.ValidCount < FewestForContext)
        {
            int usual = Largest(model.Worth);
            return PolicyAction.All[usual].With($"{PolicyAction.All[usual].Name}, the best on average while there are few trials");
        }

        _features.Write(_context);
        int action = Largest(model.Value(_context));
        IReadOnlyList<Reason> reasons = Reason.Strongest([.. ContextFeatures.Names], model.Explain(_context, action), model.Trust);
        return PolicyAction.All[action].With($"{PolicyAction.All[action].Name} ({string.Join(", ", reasons)})");
    }

    private static int Largest(IReadOnlyList<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Count; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
