using Hypermax.Execution;
using Hypermax.Execution.Usages;

namespace Hypermax.Tests.Execution.Usages;

public sealed class ToldUsageTests
{
    private static readonly RunningUsage Usage = new(0, 2, 1.5, 100, 120);

    public static TheoryData<double, double, long, long> Impossible => new()
    {
        { 1e300, 1, 1, 1 },
        { -1, 1, 1, 1 },
        { double.NaN, 1, 1, 1 },
        { 1, double.PositiveInfinity, 1, 1 },
        { 1, 1, long.MaxValue, 1 },
        { 1, 1, -1, 1 },
        { 1, 1, 1, long.MaxValue },
    };

    [Fact]
    public void Take_IsKnownUntilTheTrialBeginsAnew()
    {
        ToldUsage told = Told();

        told.Take(Usage);
        Assert.Equal((TimeSpan.FromSeconds(2), Usage with { Number = 5 }), (told.Elapsed, told.Measure()));

        told.Forget();
        Assert.Equal(TimeSpan.Zero, told.Elapsed);
        told.End();
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Take_WhatNoTrialUses_LeavesWhatWasSaidBefore(double seconds, double cpuSeconds, long bytes, long peakBytes)
    {
        ToldUsage told = Told();
        told.Take(Usage);

        told.Take(new RunningUsage(0, seconds, cpuSeconds, bytes, peakBytes));

        Assert.Equal((TimeSpan.FromSeconds(2), Usage with { Number = 5 }), (told.Elapsed, told.Measure()));
        told.End();
    }

    // Of a study without folder and store, so that nobody is told.
    private static ToldUsage Told() => new(new TrialJob { Number = 5, Space = new SearchSpace("None", []), Point = [], Seed = 1 });
}
