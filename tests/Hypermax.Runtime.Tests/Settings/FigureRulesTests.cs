using Hypermax.Settings;

namespace Hypermax.Tests.Settings;

public sealed class FigureRulesTests
{
    [Theory]
    [InlineData("error", "error:minimize")]
    [InlineData("error:Minimize, speed:maximize;  test.loss", "error:minimize speed:maximize test.loss:minimize")]
    public void Goals_AnySeparator_AreRead(string text, string written)
    {
        GoalsRule rule = new();

        Assert.True(rule.TryRead(text, out IReadOnlyList<GoalText> goals, out _));
        Assert.Equal(written, rule.Write(goals));
    }

    [Theory]
    [InlineData("error:minimise", "'minimise' is no direction; did you mean 'minimize'?")]
    [InlineData("error:fast", "'fast' is no direction.")]
    [InlineData(":maximize", "':maximize' has no name before the colon.")]
    [InlineData("error Error", "'Error' is there twice.")]
    [InlineData("a b c d e f", "These are 6, and at most 5 can be searched; put bounds on some instead, as constraints.")]
    [InlineData(" ", null)]
    public void Goals_Mistakes_AreNamed(string text, string? hint)
    {
        Assert.False(new GoalsRule().TryRead(text, out _, out string? said));
        Assert.Equal(hint, said);
    }

    [Theory]
    [InlineData("p99<=20", "p99<=20")]
    [InlineData("p99 <= 20 and accuracy >= 0.9", "p99<=20 accuracy>=0.9")]
    [InlineData("0 <= share <= 1e-1; 'p99<=20'", "0<=share<=0.1 p99<=20")]
    [InlineData("p99<=20 p99>=-5 p99<=10", "-5<=p99<=10")]
    public void Bounds_AnyForm_AreRead(string text, string written)
    {
        BoundsRule rule = new();

        Assert.True(rule.TryRead(text, out IReadOnlyList<BoundsText> bounds, out _));
        Assert.Equal(written, rule.Write(bounds));
    }

    [Theory]
    [InlineData("p99", "'p99' begins with no bound.")]
    [InlineData("p99<=20 memory", "'memory' begins with no bound.")]
    [InlineData("p99 < 20", "'p99 < 20' begins with no bound.")]
    [InlineData("p99<=1 p99>=2", "No value of 'p99' keeps 2<=p99<=1.")]
    public void Bounds_Mistakes_AreNamed(string text, string hint)
    {
        Assert.False(new BoundsRule().TryRead(text, out _, out string? said));
        Assert.Equal(hint, said);
    }
}
