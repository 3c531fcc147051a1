using Hypermax.Sampling;
using Xunit;

namespace Hypermax.Conformance;

/// <content>Several objectives and constraints, for those that take them.</content>
public abstract partial class SamplerConformance
{
    private static readonly OutcomeConstraint Bound = new("bound", AtMost: 0);

    /// <summary>With two, three or six objectives proposals are points of the space, and a new instance proposes the same.</summary>
    /// <param name="objectives">The number of objectives.</param>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void SeveralObjectivesRepeat(int objectives)
    {
        if (Create().TakesSeveralObjectives)
        {
            Search(objectives, (_, bowl) => bowl - 0.3);
        }
    }

    /// <summary>Where every trial breaks its constraint, or has the same losses as all others, there is a proposal all the same.</summary>
    /// <param name="objectives">The number of objectives.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void NoTrialIsFeasible(int objectives)
    {
        if (Create() is { LearnsConstraints: true } sampler && (objectives == 1 || sampler.TakesSeveralObjectives))
        {
            Search(objectives, (_, bowl) => bowl + 1);
        }
    }

    /// <summary>A front of one point, because all trials have the same losses, or all but one failed, is no obstacle.</summary>
    /// <param name="share">What part of the trials fails.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    public void FrontOfOnePoint(double share)
    {
        if (!Create().TakesSeveralObjectives)
        {
            return;
        }

        SamplerRun run = new(Create(), FirstOf(SamplerSpaces.Branches, SamplerSpaces.Finite), seed: 1, objectives: 2);
        for (int trial = 0; trial < Math.Min(Trials, 24) && run.Ask() is { } point; trial++)
        {
            run.RequireOfTheSpace(point, trial, "where the front is one point");
            bool failed = SamplerRun.Hash(point) < share;
            run.Tell(point, failed ? [double.NaN, double.NaN] : [3, -3], [], failed ? TrialState.Failed : TrialState.Complete);
        }
    }

    private void Search(int objectives, Func<int, double, double> violation)
    {
        SamplerRun run = new(Create(), FirstOf(SamplerSpaces.Branches, SamplerSpaces.Finite), seed: 1, objectives);
        for (int trial = 0; trial < Math.Min(Trials, 24); trial++)
        {
            Proposal fresh = run.ProposeAt(attempt: 0, Create());
            double[]? point = run.Ask();
            if (point is null)
            {
                return;
            }

            run.RequireOfTheSpace(point, trial, "with several objectives and a constraint");
            if (SamplerRun.Text(fresh.Vector) != SamplerRun.Text(point))
            {
                throw run.Broken(
                    "a proposal is a function of its context alone, with several objectives too",
                    trial,
                    $"the old instance says: {SamplerRun.Text(point)}",
                    $"a new one says: {SamplerRun.Text(fresh.Vector)}");
            }

            double bowl = run.Bowl(point);
            bool failed = trial % 7 == 3;
            double[] losses = [.. Enumerable.Range(0, objectives).Select(i => failed ? double.NaN : i == 0 ? bowl : (SamplerRun.Hash(point) * (i + 6)) % 1)];
            run.Tell(
                point, losses, failed ? [] : [new ConstraintValue(Bound, violation(trial, bowl))], failed ? TrialState.Failed : TrialState.Complete);
        }
    }
}
