using Hypermax.Sampling;
using Xunit;

namespace Hypermax.Conformance;

/// <content>A proposal is a function of its context alone; that is what makes a search repeat.</content>
public abstract partial class SamplerConformance
{
    /// <summary>The same seed gives the same points.</summary>
    [Fact]
    public void SameSeedGivesTheSamePoints() => EachSpace(run =>
    {
        SamplerRun again = Begin(run.Geometry.Space);
        RequireSame(run, run.Do(Trials, run.Bowl), again.Do(Trials, again.Bowl), "the same seed gives the same points");
    });

    /// <summary>A new instance that is given the context of an old one proposes the same point: a search that goes on in another process repeats.</summary>
    [Fact]
    public void NewInstanceProposesTheSamePoint() => EachSpace(run =>
    {
        const string Promise = "a proposal is a function of its context alone, so a new instance proposes the same point";
        for (int trial = 0; trial < Trials; trial++)
        {
            Proposal fresh = run.ProposeAt(attempt: 0, Create());
            double[]? point = run.Ask();
            string old = point is null ? "the space is used up" : SamplerRun.Text(point);
            string other = fresh.IsExhausted ? "the space is used up" : SamplerRun.Text(fresh.Vector);
            if (old != other)
            {
                throw run.Broken(Promise, trial, $"the old instance says: {old}", $"a new one says: {other}");
            }

            if (point is null)
            {
                return;
            }

            run.Tell(point, trial % 7 == 3 ? double.NaN : SamplerRun.Hash(point), trial % 7 == 3 ? TrialState.Failed : TrialState.Complete);
        }
    });

    /// <summary>A sampler that is asked twice with one context proposes the same point.</summary>
    [Fact]
    public void AskedTwiceItProposesTheSamePoint() => EachSpace(run =>
    {
        run.Do(Trials / 2, run.Bowl);
        ISampler sampler = Create();
        Proposal[] twice = [run.ProposeAt(attempt: 0, sampler), run.ProposeAt(attempt: 0, sampler)];
        if (SamplerRun.Text(twice[0].Vector) != SamplerRun.Text(twice[1].Vector))
        {
            throw run.Broken(
                "a proposal is a function of its context alone, so asking twice gives the same point",
                run.History.Count,
                [.. twice.Select((proposal, i) => $"{(i == 0 ? "first" : "then")}: {SamplerRun.Text(proposal.Vector)}")]);
        }
    });

    /// <summary>The vector of a proposal belongs to who asked: what is written into it later changes no other proposal.</summary>
    [Fact]
    public void VectorBelongsToTheReceiver() => EachSpace(run =>
    {
        SamplerRun other = Begin(run.Geometry.Space);
        List<double[]> plain = run.Do(Trials, run.Bowl);
        List<double[]> kept = [];
        for (int trial = 0; trial < Trials && other.Ask() is { } point; trial++)
        {
            kept.Add([.. point]);
            other.Tell(point, other.Bowl(point));
            Array.Fill(point, double.NaN);
        }

        RequireSame(run, plain, kept, "the vector of a proposal belongs to who asked, so what is written into it changes no other proposal");
    });

    /// <summary>Proposals do not depend on the unit and the origin of the loss: seconds and milliseconds lead to the same points.</summary>
    [Fact]
    public void UnitAndOriginOfTheLossDoNotMatter() => EachSpace(run =>
    {
        // Losses and numbers that doubles hold exactly. Few trials: rounding within a fit grows until, where nothing is left to gain, it decides.
        foreach ((double stretch, double move) in new[] { (8, 0), (1, 512), (0.25, -64) })
        {
            SamplerRun plain = Begin(run.Geometry.Space);
            SamplerRun other = Begin(run.Geometry.Space);
            double Loss(double[] point) => Math.Round(run.Bowl(point) * 1024) / 1024;
            int trials = Math.Min(Trials, 14);
            List<double[]> points = plain.Do(trials, Loss);
            List<double[]> changed = other.Do(trials, point => move + (stretch * Loss(point)));
            for (int i = 0; i < Math.Max(points.Count, changed.Count); i++)
            {
                if (i >= points.Count || i >= changed.Count || Distance(run, points[i], changed[i]) > 0.01)
                {
                    throw other.Broken(
                        "proposals do not depend on the unit and the origin of the loss",
                        i,
                        FormattableString.Invariant($"for the plain loss the point is {(i < points.Count ? SamplerRun.Text(points[i]) : "none")}"),
                        FormattableString.Invariant(
                            $"for {stretch} times the loss and {move} more it is {(i < changed.Count ? SamplerRun.Text(changed[i]) : "none")}"));
                }
            }
        }
    });

    private static void RequireSame(SamplerRun run, List<double[]> first, List<double[]> second, string promise)
    {
        for (int i = 0; i < Math.Max(first.Count, second.Count); i++)
        {
            string[] said = [.. new[] { first, second }.Select(points => i < points.Count ? SamplerRun.Text(points[i]) : "the space is used up")];
            if (said[0] != said[1])
            {
                throw run.Broken(promise, i, $"first: {said[0]}", $"then: {said[1]}");
            }
        }
    }

    // The largest difference of two points in unit coordinates; a hundredth is what rounding can grow to in a fit.
    private static double Distance(SamplerRun run, double[] left, double[] right) => Enumerable.Range(0, left.Length).Max(i =>
        double.IsNaN(left[i]) && double.IsNaN(right[i]) ? 0
        : double.IsNaN(left[i]) || double.IsNaN(right[i]) ? 1
        : Math.Abs(run.Geometry.Dimensions[i].ToUnit(left[i]) - run.Geometry.Dimensions[i].ToUnit(right[i])));
}
