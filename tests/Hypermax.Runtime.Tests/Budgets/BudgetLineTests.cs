using Hypermax.Studies.Budgeting;

namespace Hypermax.Tests.Budgets;

/// <summary>What losses at one budget say of those at another, and how surely.</summary>
public sealed class BudgetLineTests
{
    /// <summary>Means 2 and 3, Σ(x − x̄)² = 10, Σ(x − x̄)(y − ȳ) = 8, so y = 3 + 0.8 (x − 2); the squares of the rests sum to 3.6, shared by 5 − 3.</summary>
    [Fact]
    public void Through_FivePoints_LineAndSpreadByHand()
    {
        BudgetLine line = BudgetLine.Through([(0, 2), (1, 1), (2, 4), (3, 3), (4, 5)]);

        Assert.Equal(3.8, line.Of(3), 1e-12);
        Assert.Equal(Math.Sqrt(1.8 * (1 + 0.2 + 0.1)), line.Spread(3), 1e-12);
    }

    /// <summary>Level, and the spread is that of the losses at the other budget.</summary>
    [Fact]
    public void Through_LossesThatMislead_IsTheirMeanAndAsOpenAsTheyAre()
    {
        BudgetLine line = BudgetLine.Through([(0, 5), (1, 3), (2, 3), (3, 1)]);

        Assert.Equal(3, line.Of(100), 1e-12);
        Assert.Equal(Math.Sqrt(8 * 1.25), line.Spread(100), 1e-12);
    }

    [Fact]
    public void Through_LossesThatTellAll_LeavesNothingOpen()
    {
        BudgetLine line = BudgetLine.Through([(0, 1), (1, 3), (2, 5), (3, 7)]);

        Assert.Equal((21, 0), (line.Of(10), line.Spread(10)));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 6)]
    [InlineData(2, 6)]
    public void Through_FewerThanThree_MovesTheLossByTheirMeans(int count, double expected)
    {
        (double At, double There)[] pairs = [(1, 3), (2, 4)];

        Assert.Equal((expected, 0), (BudgetLine.Through(pairs[..count]).Of(4), BudgetLine.Through(pairs[..count]).Spread(4)));
    }
}
