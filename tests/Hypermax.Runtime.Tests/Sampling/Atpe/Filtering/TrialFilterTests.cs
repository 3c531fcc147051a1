using Hypermax.Numerics;
using Hypermax.Sampling.Atpe.Filtering;
using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Atpe.Filtering;

public sealed class TrialFilterTests
{
    private static readonly SpaceGeometry Line = new(new SearchSpace("line", [new NumericParameter("x", Law.Uniform, 0, 100)]));

    [Theory]
    [InlineData(0, 1, 1, 1, 1, 1)]
    [InlineData(3, 0.8, 0.8, 0.8, 0.8, 0.8)]
    [InlineData(1, 1, 0, 0.25, 0.5, 0.95)]
    [InlineData(1, 2.5, 0, 0.625, 1, 1)]
    [InlineData(2, 1, 1, 0.75, 0.5, 0.05)]
    [InlineData(2, 4, 1, 1, 1, 0.2)]
    public void KeepProbability_FirstQuarterMiddleLast(int mode, double amount, double first, double quarter, double middle, double last)
    {
        TrialFilter filter = new((TrialFilterMode)mode, amount);

        Assert.Equal([first, quarter, middle, last], new[] { 0, 5, 10, 19 }.Select(place => Math.Round(filter.KeepProbability(place, place, 20), 12)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Apply_Draws_ShareKeptAndBestAlwaysIn(int mode)
    {
        TrialFilter filter = new((TrialFilterMode)mode, mode == 3 ? 0.5 : 1);
        for (int trial = 0; trial < 10; trial++)
        {
            TrialHistory kept = filter.Apply(Trials(400), 10, new SeedStream(1, trial, "filter"));

            Assert.InRange(kept.Count, 140, 260);
            Assert.Contains(0, kept.Losses.ToArray());
            Assert.Equal(kept.Numbers.ToArray().Order(), kept.Numbers.ToArray());
        }
    }

    [Fact]
    public void Apply_LittleLeft_FilledUpWithTheBest()
    {
        TrialHistory kept = new TrialFilter(TrialFilterMode.Random, 0).Apply(Trials(50), 10, new SeedStream(1, 0, "filter"));

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (double)i), kept.Losses.ToArray().Order());
    }

    [Fact]
    public void Apply_None_TheHistoryItself()
    {
        RankedTrials trials = Trials(20);

        Assert.Same(trials.History, new TrialFilter(TrialFilterMode.None, 1).Apply(trials, 10, new SeedStream(1, 0, "filter")));
    }

    private static RankedTrials Trials(int count)
    {
        TrialHistory history = new(1);
        for (int i = 0; i < count; i++)
        {
            history.Add(i, [i % 100], (i * 7) % count, TrialState.Complete);
        }

        RankedTrials trials = new(Line, history);
        trials.Update();
        return trials;
    }
}
