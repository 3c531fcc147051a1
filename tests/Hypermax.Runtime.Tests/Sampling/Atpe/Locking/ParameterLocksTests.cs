using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Sampling.Atpe.Locking;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;
using Hypermax.Tests.Sampling.Atpe.Statistics;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Atpe.Locking;

public sealed class ParameterLocksTests
{
    private static readonly LockRule Always = new() { Cutoff = 1, Probability = 1, TopPercent = 0 };

    [Fact]
    public void Draw_Best_ValuesOfTheBestTrialButForTheStrongest()
    {
        IReadOnlyList<(int Parameter, double Value)> locks = Draw(TwelveTrials.History(), Always);

        // The best is trial 10; the loss depends most on y.
        Assert.Equal([(0, 0.28), (2, 1.0), (3, 2.5)], locks);
    }

    [Fact]
    public void Draw_FixedParameter_LeftAlone() =>
        Assert.DoesNotContain(Draw(TwelveTrials.History(), Always, FixedValues.None.With(0, 0.5)), pair => pair.Parameter == 0);

    [Fact]
    public void Draw_DonorWithoutTheParameter_NotLocked()
    {
        TrialHistory history = TwelveTrials.History();
        history.Add(12, [0.26, 5, 0, double.NaN], 0.1, TrialState.Complete);

        Assert.DoesNotContain(Draw(history, Always), pair => pair.Parameter == 3);
    }

    [Fact]
    public void Draw_FourDifferentLosses_Nothing()
    {
        TrialHistory history = new(4);
        for (int i = 0; i < 12; i++)
        {
            history.Add(i, [i / 12.0, 1 + (i % 5), 0, double.NaN], i < 8 ? i / 2 : double.NaN, i < 8 ? TrialState.Complete : TrialState.Failed);
        }

        Assert.Empty(Draw(history, Always));
        history.Add(12, [0.5, 1, 0, double.NaN], 99, TrialState.Complete);
        Assert.NotEmpty(Draw(history, Always));
    }

    [Fact]
    public void Draw_FromTheLaws_ValuesOfTheSpaceOtherThanTheDonors()
    {
        IReadOnlyList<(int Parameter, double Value)> locks = Draw(TwelveTrials.History(), Always with { TopPercent = null });

        Assert.All(locks, pair => Assert.True(TwelveTrials.Geometry.Dimensions[pair.Parameter].Parameter.Contains(pair.Value)));
        Assert.DoesNotContain((0, 0.28), locks);
    }

    [Fact]
    public void Draw_TopHalf_DonorsAmongTheBestHalf()
    {
        double[] allowed = [0.28, 0.27, 0.25, 0.35, 0.22, 0.40];
        double[] drawn =
        [
            .. Enumerable.Range(0, 60).Select(
                trial => Draw(TwelveTrials.History(), Always with { TopPercent = 50 }, trial: trial).First(pair => pair.Parameter == 0).Value),
        ];

        Assert.All(drawn, value => Assert.Contains(value, allowed));
        Assert.InRange(drawn.Distinct().Count(), 4, 6);
    }

    [Fact]
    public void Draw_Coherent_AllFromOneTrial()
    {
        TrialHistory history = TwelveTrials.History();
        for (int trial = 0; trial < 40; trial++)
        {
            IReadOnlyList<(int Parameter, double Value)> locks = Draw(history, Always with { TopPercent = 100, IsCoherent = true }, trial: trial);

            Assert.Contains(Enumerable.Range(0, history.Count), row => locks.All(pair => history.Column(pair.Parameter)[row] == pair.Value));
        }
    }

    [Fact]
    public void Draw_ByWeight_OftenWhereTheLossDependsMore()
    {
        LockRule rule = Always with { Cutoff = -1, Probability = null, Multiplier = 1 };
        ILookup<int, int> times = Enumerable.Range(0, 400)
            .SelectMany(trial => Draw(TwelveTrials.History(), rule, trial: trial).Select(pair => pair.Parameter))
            .ToLookup(parameter => parameter);

        Assert.True(times[1].Count() > times[0].Count());
        Assert.InRange(times[1].Count(), 280, 400);
    }

    private static IReadOnlyList<(int Parameter, double Value)> Draw(TrialHistory history, LockRule rule, FixedValues? given = null, int trial = 0)
    {
        RankedTrials trials = new(TwelveTrials.Geometry, history);
        trials.Update();
        return new ParameterLocks(trials).Draw(rule, given ?? FixedValues.None, new SeedStream(1, trial, "lock"));
    }
}
