using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;
using Hypermax.Trials;
using MathNet.Numerics.Statistics;

namespace Hypermax.Tests.Sampling.Atpe.Statistics;

public sealed class RankCorrelationTests
{
    private static readonly SpaceGeometry Geometry = new(new SearchSpace("space",
    [
        new NumericParameter("x", Law.Uniform, 0, 1, step: 0.1),
        new CategoricalParameter("c", ["a", "b", "c"]),
        new CategoricalParameter("many", Enumerable.Range(0, 60).Select(i => (object)(long)i)),
    ]));

    [Fact]
    public void Of_NumberWithTies_MathNetsSpearman()
    {
        SeedStream stream = new(3, 0, "test");
        TrialHistory history = new(3);
        for (int i = 0; i < 80; i++)
        {
            double x = Math.Round(stream.NextDouble(), 1);
            history.Add(i, [x, stream.NextInt(3), stream.NextInt(60)], Math.Round(x + stream.NextDouble(), 1), TrialState.Complete);
        }

        double expected = Math.Abs(Correlation.Spearman(history.Column(0).ToArray(), history.Losses.ToArray()));

        Assert.Equal(expected, Of(history, 0), 10);
    }

    [Fact]
    public void Of_MissingValuesAndLosses_LeftOut()
    {
        TrialHistory history = new(3);
        history.Add(0, [0.1, 0, 0], 1, TrialState.Complete);
        history.Add(1, [double.NaN, 0, 0], 100, TrialState.Complete);
        history.Add(2, [0.2, 0, 0], 2, TrialState.Complete);
        history.Add(3, [0.9, 0, 0], double.NaN, TrialState.Failed);
        history.Add(4, [0.8, 0, 0], -5, TrialState.Pruned);
        history.Add(5, [0.3, 0, 0], 3, TrialState.Failed);

        Assert.Equal(1, Of(history, 0), 12);
    }

    [Fact]
    public void Of_OneValueOrOneLoss_Zero()
    {
        TrialHistory history = new(3);
        for (int i = 0; i < 9; i++)
        {
            history.Add(i, [0.5, 1, i], 1, TrialState.Complete);
        }

        Assert.Equal([0, 0, 0], Enumerable.Range(0, 3).Select(parameter => Of(history, parameter)));
    }

    [Fact]
    public void Of_Choices_DependenceWithoutOrderButNotChance()
    {
        SeedStream stream = new(5, 0, "test");
        TrialHistory history = new(3);
        for (int i = 0; i < 70; i++)
        {
            int c = stream.NextInt(3);
            history.Add(i, [0.5, c, stream.NextInt(60)], (c == 1 ? 0 : 1) + (0.1 * stream.NextDouble()), TrialState.Complete);
        }

        Assert.InRange(Of(history, 1), 0.7, 1);
        Assert.InRange(Of(history, 2), 0, 0.5);
    }

    private static double Of(TrialHistory history, int parameter)
    {
        RankedTrials trials = new(Geometry, history);
        trials.Update();
        ResultGroup all = new();
        all.Take(trials, 0);
        return new RankCorrelation(trials).Of(parameter, all.ByLoss, all.IsIn);
    }
}
