using Hypermax.Numerics;
using Xunit;

namespace Hypermax.Conformance;

/// <content>Proposals are points of the space, whatever the history is.</content>
public abstract partial class SamplerConformance
{
    /// <summary>Every proposal is a point of the space, when trials go well.</summary>
    [Fact]
    public void PointsAreOfTheSpace() => EachSpace(run => run.Do(Trials, run.Bowl, "when trials go well"));

    /// <summary>Every proposal is a point of the space, when trials fail with and without a penalty or are pruned.</summary>
    [Fact]
    public void PointsAreOfTheSpaceWhenTrialsFail() => EachSpace(run =>
    {
        int told = 0;
        double Loss(double[] point) => (told++ % 4) switch { 0 => double.NaN, 1 => 1000, _ => run.Bowl(point) };
        run.Do(
            Trials,
            Loss,
            "when trials fail with and without a penalty or are pruned",
            trial => (trial % 4) switch { 0 or 1 => TrialState.Failed, 2 => TrialState.Pruned, _ => TrialState.Complete });
    });

    /// <summary>Every proposal is a point of the space, when all trials fail.</summary>
    [Fact]
    public void PointsAreOfTheSpaceWhenAllTrialsFail() => EachSpace(run =>
        run.Do(Trials, _ => double.NaN, "when all trials fail", _ => TrialState.Failed));

    /// <summary>Every proposal is a point of the space, whatever the size and the sign of losses.</summary>
    /// <param name="offset">The loss of a point is this, and</param>
    /// <param name="scale">a number from 0 to 1 times this.</param>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(0, 1e300)]
    [InlineData(0, -1e-300)]
    [InlineData(-1e9, 1e-3)]
    [InlineData(double.MinValue, double.MaxValue)]
    public void PointsAreOfTheSpaceForAnyLoss(double offset, double scale) => EachSpace(run => run.Do(
        Trials, point => offset + (scale * SamplerRun.Hash(point)), FormattableString.Invariant($"when losses are {offset} and up to {scale} more")));

    /// <summary>Every proposal is a point of the space, when some losses are enormous or infinite.</summary>
    [Fact]
    public void PointsAreOfTheSpaceWithOutliers() => EachSpace(run =>
    {
        int told = 0;
        double Loss(double[] point) => (told++ % 5) switch { 1 => 1e30, 3 => double.PositiveInfinity, _ => run.Bowl(point) };
        run.Do(Trials, Loss, "when some losses are enormous or infinite");
    });

    /// <summary>Every proposal is a point of the space, when ranges reach the ends of what numbers can hold, one branch is rare, and there are hundreds
    /// of parameters.</summary>
    [Fact]
    public void PointsAreOfExtremeSpaces()
    {
        foreach (SearchSpace space in new[] { SamplerSpaces.Extremes, SamplerSpaces.OneBranch, SamplerSpaces.ThreeHundred }.Where(Supports))
        {
            SamplerRun run = Begin(space);
            run.Do(Trials / 2, run.Bowl, "at the ends of numbers, in rare branches and with hundreds of parameters");
        }
    }

    /// <summary>Every proposal is a point of the space, in spaces of any mix of kinds, laws, steps and conditions.</summary>
    [Fact]
    public void PointsAreOfRandomSpaces()
    {
        for (int seed = 0; seed < RandomSpaceCount; seed++)
        {
            SearchSpace space = RandomSpaces.Make(seed);
            if (Supports(space))
            {
                SamplerRun run = Begin(space, seed);
                run.Do(
                    Trials / 2,
                    seed % 2 == 0 ? run.Bowl : SamplerRun.Hash,
                    "in spaces of any mix",
                    trial => trial % 5 == 4 ? TrialState.Failed : TrialState.Complete);
            }
        }
    }

    /// <summary>Every proposal is a point of the space, when trials end in another order than they began.</summary>
    [Fact]
    public void PointsAreOfTheSpaceWhenTrialsEndOutOfOrder() => EachSpace(run =>
    {
        List<double[]> open = [];
        for (int trial = 0; trial < Trials && run.Ask() is { } point; trial++)
        {
            run.RequireOfTheSpace(point, trial, "when trials end in another order than they began");
            open.Add(point);
            if (open.Count == 4)
            {
                double[] told = open[(trial * 7) % 4];
                open.Remove(told);
                run.Tell(told, run.Bowl(told));
            }
        }
    });

    /// <summary>A proposal into which fixed values are written is a point of the space.</summary>
    /// <remarks>Where a fixed choice opens a branch, the proposal needs values for that branch.</remarks>
    [Fact]
    public void PointsAreOfTheSpaceOnceFixedValuesAreWritten() => EachSpace(run =>
    {
        run.Do(Trials / 2, run.Bowl);
        double[] values = run.Geometry.Sample(new SeedStream(5, 0, "fixed"));
        for (int i = 0; i < values.Length; i += 2)
        {
            run.Fixed = double.IsNaN(values[i]) ? run.Fixed : run.Fixed.With(i, values[i]);
        }

        for (int trial = 0; trial < 5 && run.Ask() is { } point; trial++)
        {
            for (int i = 0; i < point.Length; i++)
            {
                point[i] = run.Geometry.Space.IsActive(i, point) ? run.Fixed[i] ?? point[i] : double.NaN;
            }

            run.RequireOfTheSpace(point, run.History.Count, "once fixed values are written into it");
            run.Tell(point, run.Bowl(point));
        }
    });

    /// <summary>After thirty trials that failed, proposals are still points of the space and no two are the same.</summary>
    [Fact]
    public void PointsDifferAfterThirtyFailures()
    {
        SamplerRun run = Begin(FirstOf(SamplerSpaces.Numbers, SamplerSpaces.Finite));
        int told = 0;
        List<double[]> points = run.Do(
            30 + (Trials / 2),
            point => told++ < 30 ? double.NaN : run.Bowl(point),
            "after thirty failures",
            trial => trial < 30 ? TrialState.Failed : TrialState.Complete);

        RequireDistinct(run, points, "no point is proposed twice while others are left, failed ones included");
    }
}
