using Hypermax.Sampling;

namespace Hypermax.Tests.Budgets;

/// <summary>What samplers are told of trials that were stopped: how far the loss may lie from its forecast.</summary>
public sealed class ToldSpreadTests
{
    private static readonly SearchSpace Line = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    /// <summary>Reports of whole trials lie 0.1 above and below their ends by turns. The spread is about what the line misses by, and grows outside.</summary>
    [Fact]
    public void Ask_AfterStoppedTrials_SpreadsOfTheirForecastsAndNoneOfWholeTrials()
    {
        Witness witness = new();
        using Study study = Study.Create(Line, new StudyOptions { Sampler = witness, Schedule = "forecast", Fidelity = new Fidelity(1, 9), Trials = 20 });
        for (int i = 0; i < 8; i++)
        {
            Tell(study, report: (i / 8.0) + (i % 2 == 0 ? 0.1 : -0.1), final: i / 8.0);
        }

        Tell(study, report: 0.5, final: null);
        Tell(study, report: 3, final: null);
        study.Ask();

        double[] spreads = witness.Spreads;
        Assert.All(spreads[..8], spread => Assert.Equal(0, spread));
        Assert.InRange(spreads[8], 0.08, 0.16);
        Assert.InRange(spreads[9], 2 * spreads[8], 1);
    }

    private static void Tell(Study study, double report, double? final)
    {
        Trial trial = study.Ask()!;
        trial.Report(report, 1);
        if (final is { } loss)
        {
            study.Tell(trial, loss);
        }
        else
        {
            study.TellPruned(trial);
        }
    }

    private sealed class Witness : ISampler
    {
        public string Name => "witness";

        public double[] Spreads { get; private set; } = [];

        public Proposal Propose(SamplerContext context)
        {
            Spreads = context.History.Spreads.ToArray();
            return new Proposal([context.TrialNumber / 20.0], new Insight(Name));
        }
    }
}
