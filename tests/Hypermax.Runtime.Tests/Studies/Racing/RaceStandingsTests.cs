using Hypermax.Studies.Racing;

namespace Hypermax.Tests.Studies.Racing;

public sealed class RaceStandingsTests
{
    [Fact]
    public void Variance_RepeatsOfTwoPoints_IsPooledWithinThem()
    {
        // Within: (1, 3) has squares 2 with one degree of freedom, (10, 12, 14) has 8 with two.
        RaceStandings standings = Of((0, 1), (1, 10), (0, 3), (1, 12), (1, 14));

        Assert.Equal(3, standings.Freedom);
        Assert.Equal(10 / 3.0, standings.Variance, 12);
        Assert.True(standings.IsNoiseKnown);
        Assert.False(standings.IsExact);
    }

    [Theory]
    [InlineData(4.9, false)]
    [InlineData(5.1, true)]
    public void IsWorse_DifferenceAroundTheQuantile_IsThatOfStudent(double factor, bool isWorse)
    {
        // Three degrees of freedom: the 95 % quantile of Student's t is 2.3534; the difference of two means of two has the error sqrt(v).
        double apart = factor / 5 * 2.3534 * Math.Sqrt(2);
        RaceStandings standings = Of((0, -1), (0, 1), (1, apart - 1), (1, apart + 1), (2, 99), (2, 101));
        RacePoint[] points = [.. standings.Points];

        Assert.Equal(2, standings.Variance, 9);
        Assert.Equal(isWorse, standings.IsWorse(points[1], points[0], 0.95));
    }

    [Fact]
    public void Ranked_LuckyValueAgainstManyGoodOnes_LeavesTheLeadToTheMany()
    {
        // The lucky point has one value of -0.2; that at zero has five around 0, of a noise of 1. Without luck their places would be the other way round.
        RaceStandings standings = Of(
            (0, -1), (0, 1), (0, -1.2), (0, 1.2), (0, 0), (1, -0.2), (2, 0.6), (3, 0.7), (4, 0.8), (5, 0.5), (6, 5), (7, 6), (8, 7), (9, 8), (10, 9));

        Assert.Equal(0, standings.Ranked()[0].First.Number);
        Assert.Equal(5, standings.Ranked()[0].Count);
    }

    [Fact]
    public void IsExact_FourEqualValues_NotBefore()
    {
        Assert.False(Of((0, 0.1), (0, 0.1), (0, 0.1), (1, 2)).IsExact);
        Assert.True(Of((0, 0.1), (0, 0.1), (0, 0.1), (0, 0.1), (1, 2)).IsExact);
    }

    [Fact]
    public void ToTrial_Maximized_HasTheMeanInItsOwnDirectionAndSaysHowSure()
    {
        RaceStandings standings = Of(Direction.Maximize, (3, 0.5), (3, 0.7));

        TrialRecord trial = standings.Ranked()[0].ToTrial(Direction.Maximize);

        Assert.Equal(0.6, trial.Value, 12);
        Assert.Equal(2, trial.Outcome!.Metrics["repeats"]);
        Assert.Equal(Math.Sqrt(0.02), trial.Outcome.Metrics["value.spread"], 12);
    }

    [Fact]
    public void Add_FailedRepeat_IsAnAttemptWithoutAValue()
    {
        RaceStandings standings = Of((0, 1));
        standings.Add(Trial(1, 0, double.NaN) with { State = TrialState.Failed });

        RacePoint point = Assert.Single(standings.Points);
        Assert.Equal((1, 2), (point.Count, point.Attempts));
    }

    private static RaceStandings Of(params (int Point, double Value)[] values) => Of(Direction.Minimize, values);

    private static RaceStandings Of(Direction direction, params (int Point, double Value)[] values) =>
        RaceStandings.Of(values.Select((value, number) => Trial(number, value.Point, value.Value)), direction);

    private static TrialRecord Trial(int number, int point, double value) => new()
    {
        Number = number,
        Point = [point],
        State = TrialState.Complete,
        Outcome = TrialOutcome.Of(value),
    };
}
