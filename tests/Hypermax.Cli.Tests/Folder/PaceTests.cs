using Hypermax.Folder;
using Hypermax.Summary;

namespace Hypermax.Tests.Folder;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void PerMinute_TwoWorkers_CountsBoth() =>
        Assert.Equal(60, Pace.PerMinute([.. Enumerable.Range(0, 30).Select(i => Trial(i, i, 2))]), 6);

    [Fact]
    public void PerMinute_SearchThatWentOnADayLater_LeavesTheDayOut() =>
        Assert.Equal(30, Pace.PerMinute([.. Enumerable.Range(0, 15).Select(i => Trial(i, (2 * i) + (i < 10 ? 0 : 86_400), 2))]), 6);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void PerMinute_TooFewTrials_IsNotKnown(int trials) =>
        Assert.True(double.IsNaN(Pace.PerMinute([.. Enumerable.Range(0, trials).Select(i => Trial(i, i, 1))])));

    [Fact]
    public void Left_AtAPace_IsTheTimeForTheRest()
    {
        Assert.Equal(TimeSpan.FromMinutes(2), Pace.Left(30, 60));
        Assert.Null(Pace.Left(double.NaN, 60));
        Assert.Null(Pace.Left(30, 0));
    }

    private static TrialRecord Trial(int number, double start, double seconds) => new()
    {
        Number = number,
        Point = [],
        State = TrialState.Complete,
        Outcome = TrialOutcome.Of(1),
        Started = Start.AddSeconds(start),
        Duration = TimeSpan.FromSeconds(seconds),
    };
}
