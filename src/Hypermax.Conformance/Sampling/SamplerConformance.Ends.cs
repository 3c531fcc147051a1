using Hypermax.Sampling;
using Xunit;

namespace Hypermax.Conformance;

/// <content>Points do not repeat, and a finite space comes to an end.</content>
public abstract partial class SamplerConformance
{
    /// <summary>While 32 trials run at once, at the beginning and later, no two have the same point.</summary>
    [Fact]
    public void ManyRunningTrialsDiffer()
    {
        for (int told = 0; told <= 20 && Supports(SamplerSpaces.Numbers); told += 20)
        {
            SamplerRun run = Begin(SamplerSpaces.Numbers, seed: 3);
            run.Do(told, run.Bowl);
            RequireDistinct(run, AskMany(run, 32), "trials that run at the same time have different points");
        }
    }

    /// <summary>While eight trials run at once in a space with branches, their points are of the space and no two are the same.</summary>
    [Fact]
    public void RunningTrialsInBranchesDiffer()
    {
        SamplerRun run = Begin(FirstOf(SamplerSpaces.Branches, SamplerSpaces.Finite));
        run.Do(12, run.Bowl);
        RequireDistinct(run, AskMany(run, 8), "trials that run at the same time have different points");
    }

    /// <summary>A point that was turned down is not proposed again and again: attempts at one trial lead to other points of the space.</summary>
    /// <remarks>Draws that come from <see cref="SamplerContext.Stream"/> do so by themselves.</remarks>
    [Fact]
    public void AnotherAttemptLeadsToOtherPoints()
    {
        SamplerRun run = Begin(FirstOf(SamplerSpaces.Numbers, SamplerSpaces.Finite));
        run.Do(12, run.Bowl);
        ISampler sampler = Create();
        List<double[]> attempts =
        [
            .. Enumerable.Range(0, 5).Select(attempt => run.ProposeAt(attempt, sampler)).Where(proposal => !proposal.IsExhausted)
                .Select(proposal => proposal.Vector),
        ];

        attempts.ForEach(point => run.RequireOfTheSpace(point, run.History.Count, "at another attempt"));
        if (attempts.Select(SamplerRun.Text).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            throw run.Broken(
                "attempts at one trial lead to different points",
                run.History.Count,
                $"all of {attempts.Count} attempts gave {(attempts.Count == 0 ? "nothing" : SamplerRun.Text(attempts[0]))}",
                $"draw from {nameof(SamplerContext)}.{nameof(SamplerContext.Stream)}, which knows the attempt");
        }
    }

    /// <summary>In a finite space every point is proposed once, and then the space is used up.</summary>
    [Fact]
    public void FiniteSpaceIsSearchedOnceAndThenUsedUp()
    {
        if (!Supports(SamplerSpaces.Finite))
        {
            return;
        }

        const int Points = 23;
        SamplerRun run = Begin(SamplerSpaces.Finite);
        List<double[]> points = run.Do(100, run.Bowl);

        RequireDistinct(run, points, "in a finite space every point is proposed once");
        if (points.Count != Points)
        {
            throw run.Broken(
                $"in a finite space every point is proposed once, and then {nameof(Proposal)}.{nameof(Proposal.Exhausted)}",
                points.Count,
                FormattableString.Invariant($"the space has {Points} points, {points.Count} were proposed"));
        }
    }

    /// <summary>A space without parameters has one point; when its trial has ended, well or not, the space is used up.</summary>
    /// <param name="state">How the trial ended.</param>
    [Theory]
    [InlineData(TrialState.Complete)]
    [InlineData(TrialState.Failed)]
    public void EmptySpaceHasOnePoint(TrialState state)
    {
        if (Supports(SamplerSpaces.Empty))
        {
            SamplerRun run = Begin(SamplerSpaces.Empty);
            RequireOnePoint(run, run.Do(5, _ => 1, _ => state).Count);
        }
    }

    /// <summary>While the one point of a space without parameters runs, the space is used up.</summary>
    [Fact]
    public void EmptySpaceIsUsedUpWhileItsPointRuns()
    {
        if (Supports(SamplerSpaces.Empty))
        {
            SamplerRun run = Begin(SamplerSpaces.Empty);
            RequireOnePoint(run, AskMany(run, 2).Count);
        }
    }

    private static List<double[]> AskMany(SamplerRun run, int count)
    {
        List<double[]> points = [];
        for (int i = 0; i < count && run.Ask() is { } point; i++)
        {
            run.RequireOfTheSpace(point, run.History.Count + i, "while others run");
            points.Add(point);
        }

        return points;
    }

    private static void RequireOnePoint(SamplerRun run, int count)
    {
        if (count != 1)
        {
            throw run.Broken(
                "a space without parameters has one point, and then it is used up",
                count,
                FormattableString.Invariant($"{count} points were proposed"));
        }
    }
}
