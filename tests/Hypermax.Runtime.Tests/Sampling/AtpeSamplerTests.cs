using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Atpe;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Tests.Sampling;

public sealed class AtpeSamplerTests() : GoldenSamplerConformance()
{
    private static readonly SearchSpace Six = new(
        "six", Enumerable.Range(0, 6).Select(i => new NumericParameter(FormattableString.Invariant($"x{i}"), Law.Uniform, -1, 1)));

    protected override ISampler Create() => new AtpeSampler();

    [Fact]
    public void Propose_FewParameters_IsTpe()
    {
        SearchSpace two = new("two", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);
        SamplerRun run = new(new AtpeSampler(), two);

        Assert.Equal(Text(new SamplerRun(new TpeSampler(), two).Do(40, run.Bowl)), Text(run.Do(40, run.Bowl)));
    }

    // What is the best of few trials is often in the wrong valley.
    [Fact]
    public void Propose_FewerThanThirtyTrials_IsTpeAndSaysWhy()
    {
        SamplerRun run = new(new AtpeSampler(), Six);

        List<double[]> points = run.Do(29, run.Bowl);

        Assert.Equal(Text(new SamplerRun(new TpeSampler(), Six).Do(29, run.Bowl)), Text(points));
        Proposal proposal = new AtpeSampler().Propose(run.Context);
        Assert.Equal(new TpeSampler().Propose(run.Context).Vector, proposal.Vector);
        Assert.StartsWith("nothing to lock: 29 trials with a loss of their own are fewer than 30", proposal.Insight.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_ManyParametersWithoutNoise_LocksToTheBestAndSaysWhich()
    {
        SamplerRun run = new(new AtpeSampler(), Six);
        int locked = 0;
        for (int trial = 0; trial < 60; trial++)
        {
            Proposal proposal = new AtpeSampler().Propose(run.Context);
            int best = run.History.BestRow;
            string note = proposal.Insight.Note ?? string.Empty;
            if (note.Contains("; locked ", StringComparison.Ordinal))
            {
                locked++;
                string[] names = note[(note.IndexOf("; locked ", StringComparison.Ordinal) + 9)..].Split("; ")[0].Split(", ");
                Assert.All(names, name => Assert.Equal(run.History.Column(Six.IndexOf(name))[best], proposal.Vector[Six.IndexOf(name)]));
                Assert.InRange(names.Length, 1, 5);
            }

            run.Tell(run.Ask()!, run.Bowl(proposal.Vector));
        }

        Assert.InRange(locked, 10, 30);
    }

    [Fact]
    public void Propose_NoiseOnly_LocksNothing()
    {
        SamplerRun run = new(new AtpeSampler(), Six);
        run.Do(60, SamplerRun.Hash);

        Proposal proposal = new AtpeSampler().Propose(run.Context);

        Assert.Contains("nothing to lock", proposal.Insight.Note, StringComparison.Ordinal);
        Assert.Contains("noise", proposal.Insight.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_MostTrialsPruned_GoesByThemAsTpeDoes()
    {
        SamplerRun run = new(new AtpeSampler(), Six);
        run.Do(30, run.Bowl, trial => trial % 10 == 0 ? TrialState.Complete : TrialState.Pruned);

        Proposal proposal = new AtpeSampler().Propose(run.Context);

        Assert.Equal(new TpeSampler().Propose(run.Context).Vector, proposal.Vector);
        Assert.Equal("atpe", proposal.Insight.Method);
        Assert.Equal("nothing chosen: 3 trials with a loss of their own are fewer than 6", proposal.Insight.Note);
    }

    // Powers of two, so that rounding plays no part.
    [Theory]
    [InlineData(1024, 0)]
    [InlineData(0.125, -64)]
    public void Propose_ScaledLosses_SamePoints(double a, double b)
    {
        double Coarse(SamplerRun run, double[] point) => Math.Round(run.Bowl(point) * 4096) / 4096;
        SamplerRun plain = new(new AtpeSampler(), Six);
        SamplerRun scaled = new(new AtpeSampler(), Six);

        Assert.Equal(Text(plain.Do(50, point => Coarse(plain, point))), Text(scaled.Do(50, point => (a * Coarse(scaled, point)) + b)));
    }

    [Fact]
    public void Propose_FixedParameter_NeitherLockedNorChanged()
    {
        SamplerRun run = new(new AtpeSampler(), Six) { Fixed = FixedValues.None.With(2, 0.625) };

        List<double[]> points = run.Do(50, run.Bowl);

        Assert.All(points, point => Assert.Equal(0.625, point[2]));
        Assert.DoesNotContain("x2", new AtpeSampler().Propose(run.Context).Insight.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NoSuchFolder_SaysSo()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new AtpeSampler(new AtpeOptions { ModelFolder = "no/such/folder" }));

        Assert.Contains("'ModelFolder' of the method 'atpe' is 'no/such/folder', but there is no such folder.", error.Message, StringComparison.Ordinal);
    }
}
