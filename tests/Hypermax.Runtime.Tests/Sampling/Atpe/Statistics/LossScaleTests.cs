using Hypermax.Sampling.Atpe.Statistics;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling.Atpe.Statistics;

public sealed class LossScaleTests
{
    [Fact]
    public void Of_FirstTrials_MedianIsOneAndQuartilesFourTenths()
    {
        LossScale scale = Of(11, TwelveTrials.History(10, -1000));

        Assert.Equal(1, scale[-990], 12);
        Assert.Equal(0.8, scale[-992], 12);
        Assert.Equal(1.2, scale[-988], 12);
    }

    [Fact]
    public void Item_FarBelow_PositiveAndFalling()
    {
        LossScale scale = Of(11, TwelveTrials.History());
        double[] places = [.. new[] { 5, 1, 0.26, 0.25, 0.24, 0, -0.5, -1 }.Select(loss => scale[loss])];

        Assert.Equal(places.OrderDescending(), places);
        Assert.Equal(places.Length, places.Distinct().Count());
        Assert.True(scale[double.MinValue] > 0);
        Assert.True(double.IsFinite(scale[double.MaxValue]));
    }

    [Fact]
    public void Of_LaterTrials_NoEffect()
    {
        TrialHistory history = TwelveTrials.History();
        LossScale before = Of(5, history);
        history.Add(12, [0.5, 1, 0, double.NaN], -1e9, TrialState.Complete);

        Assert.Equal(before[0.7], Of(5, history)[0.7]);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(double.MaxValue / 8, -double.MaxValue / 8)]
    public void Of_EqualOrHugeLosses_Finite(double a, double b)
    {
        LossScale scale = Of(11, TwelveTrials.History(a, b));

        Assert.True(double.IsFinite(scale[b]));
    }

    private static LossScale Of(int reference, TrialHistory history)
    {
        RankedTrials trials = new(TwelveTrials.Geometry, history);
        trials.Update();
        return LossScale.Of(trials, reference);
    }
}
