using Hypermax.Convergence.Problems;
using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Atpe.Choosing;
using Hypermax.Sampling.Atpe.Learned;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Sampling.Tpe;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.MetaTraining.Recording;

/// <summary>A search that can be copied and gone on with in other ways.</summary>
internal sealed class Snapshot
{
    private readonly Problem _problem;
    private readonly SpaceGeometry _geometry;
    private readonly TrialHistory _history;

    public Snapshot(Problem problem)
        : this(problem, new SpaceGeometry(problem.Space), new TrialHistory(problem.Space.Count), double.PositiveInfinity)
    {
    }

    private Snapshot(Problem problem, SpaceGeometry geometry, TrialHistory history, double lowest)
    {
        (_problem, _geometry, _history, Lowest) = (problem, geometry, history, lowest);
    }

    /// <summary>Gets the number of trials.</summary>
    public int Count => _history.Count;

    /// <summary>Gets the lowest true loss so far.</summary>
    public double Lowest { get; private set; }

    /// <summary>Gets the logarithm of the regret, from solved to what ten random trials give, tenfold.</summary>
    public double LogRegret => Math.Log10(Math.Clamp(_problem.Regret(Lowest), 1e-4, 10));

    public Snapshot Copy()
    {
        TrialHistory copy = new(_history.ParameterCount);
        double[] vector = new double[_history.ParameterCount];
        for (int row = 0; row < _history.Count; row++)
        {
            _history.CopyRow(row, vector);
            copy.Add(_history.Numbers[row], vector, _history.Losses[row], _history.States[row]);
        }

        return new Snapshot(_problem, _geometry, copy, Lowest);
    }

    /// <summary>Gets the features of the history.</summary>
    public double[] Context()
    {
        RankedTrials trials = new(_geometry, _history);
        trials.Update();
        double[] values = new double[ContextFeatures.Names.Count];
        new ContextFeatures(trials).Write(values);
        return values;
    }

    /// <summary>Goes on with an action until there are so many trials.</summary>
    public void Continue(PolicyAction action, int trials, long seed)
    {
        AtpeSampler sampler = new(new AtpePolicies(ranked => new OneAction(ranked, action), TpeOptions.Default.StartupIn));
        SeedStream noise = new(seed, Count, "noise");
        while (Count < trials)
        {
            SamplerContext context = new() { Geometry = _geometry, History = _history, TrialNumber = Count, Seed = seed };
            Proposal proposal = sampler.Propose(context);
            if (proposal.IsExhausted)
            {
                return;
            }

            Tell(proposal.Vector, noise);
        }
    }

    private void Tell(double[] point, SeedStream noise)
    {
        if (_problem.Fails?.Invoke(point) == true)
        {
            _history.Add(Count, point, double.NaN, TrialState.Failed);
            return;
        }

        double loss = _problem.Function(point);
        double told = _problem.Told?.Invoke(loss, noise) ?? (loss + (_problem.Noise > 0 ? _problem.Noise * noise.NextNormal() : 0));
        _history.Add(Count, point, told, TrialState.Complete);
        Lowest = Math.Min(Lowest, loss);
    }

    private sealed class OneAction(RankedTrials trials, PolicyAction action) : AtpePolicy(trials)
    {
        public override int StartupTrials { get; } = TpeOptions.Default.StartupIn(trials.Geometry);

        public override TpeOptions Startup => TpeOptions.Default;

        public override AtpeSettings Choose(FixedValues given, SeedStream stream) => action.With(action.Name);
    }
}
