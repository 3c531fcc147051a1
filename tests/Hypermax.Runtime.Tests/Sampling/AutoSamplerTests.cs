using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Auto;

namespace Hypermax.Tests.Sampling;

public sealed class AutoSamplerTests() : GoldenSamplerConformance()
{
    protected override int Trials => 18;

    protected override int RandomSpaceCount => 10;

    protected override ISampler Create() => new AutoSampler();

    [Fact]
    public void Propose_PredictableLosses_TrustsTheModelAndSaysSo()
    {
        List<Insight> insights = Explained(new AutoSampler(), run => run.Bowl);

        Assert.InRange(insights.TakeLast(15).Count(insight => insight.Method == "auto/gp"), 9, 15);
        Assert.Contains(insights, insight => insight.Note!.Contains("the Gaussian process has ", StringComparison.Ordinal));
    }

    [Fact]
    public void Propose_LossesWithoutPattern_LeavesMoreToTheOthers()
    {
        List<Insight> insights = Explained(new AutoSampler(), _ => SamplerRun.Hash);

        Assert.InRange(insights.TakeLast(15).Count(insight => insight.Method == "auto/gp"), 1, 8);
        Assert.Contains(insights, insight => insight.Method == "auto/anneal");
    }

    [Fact]
    public void Propose_HistoryPastTheLimit_NoModelAndTheReason()
    {
        List<Insight> insights = Explained(new AutoSampler(new AutoOptions { GpTrials = 12 }), run => run.Bowl);

        Assert.DoesNotContain(insights.Skip(12), insight => insight.Method == "auto/gp");
        Assert.Contains("past the 12 trials", insights[^1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_MoreParametersThanAModelIsUsedWith_SaysSo()
    {
        List<Insight> insights = Explained(new AutoSampler(new AutoOptions { GpParameters = 4 }), run => run.Bowl);

        Assert.Contains("5 parameters are more", insights[^1].Note, StringComparison.Ordinal);
    }

    private static List<Insight> Explained(AutoSampler sampler, Func<SamplerRun, Func<double[], double>> loss)
    {
        SamplerRun run = new(sampler, SamplerSpaces.Numbers);
        List<Insight> insights = [];
        for (int trial = 0; trial < 32; trial++)
        {
            Proposal proposal = sampler.Propose(run.Context);
            insights.Add(proposal.Insight);
            run.History.Add(trial, proposal.Vector, loss(run)(proposal.Vector), TrialState.Complete);
            run.Skip();
        }

        return insights;
    }
}
