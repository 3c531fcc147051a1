using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Auto;

namespace Hypermax.Tests.Sampling;

public sealed class AutoSamplerTests() : SamplerConformance()
{
    protected override int Trials => 18;

    protected override int RandomSpaceCount => 10;

    protected override ISampler Create() => new AutoSampler();

    [Fact]
    public void Propose_PredictableLosses_TrustsTheModelAndSaysSo()
    {
        (List<Insight> insights, _) = Explained(new AutoSampler(), run => run.Bowl);

        Assert.InRange(insights.TakeLast(10).Count(insight => insight.Method == "auto/gp"), 8, 10);
        Assert.Contains("explains", insights[^1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_LossesWithoutPattern_LeavesPartToTpe()
    {
        (List<Insight> insights, _) = Explained(new AutoSampler(), _ => SamplerRun.Hash);

        Assert.Contains(insights, insight => insight.Method.StartsWith("auto/tpe", StringComparison.Ordinal));
        Assert.Contains(insights, insight => insight.Method == "auto/gp");
    }

    [Fact]
    public void Propose_HistoryPastTheLimit_TpeAndTheReason()
    {
        (List<Insight> insights, _) = Explained(new AutoSampler(new AutoOptions { GpTrials = 12 }), run => run.Bowl);

        Assert.All(insights.Skip(12), insight => Assert.StartsWith("auto/tpe", insight.Method, StringComparison.Ordinal));
        Assert.Contains("past the 12 trials", insights[^1].Note, StringComparison.Ordinal);
    }

    private static (List<Insight> Insights, SamplerRun Run) Explained(AutoSampler sampler, Func<SamplerRun, Func<double[], double>> loss)
    {
        SamplerRun run = new(sampler, SamplerSpaces.Numbers);
        List<Insight> insights = [];
        for (int trial = 0; trial < 26; trial++)
        {
            Proposal proposal = sampler.Propose(run.Context);
            insights.Add(proposal.Insight);
            run.History.Add(trial, proposal.Vector, loss(run)(proposal.Vector), TrialState.Complete);
            run.Skip();
        }

        return (insights, run);
    }
}
