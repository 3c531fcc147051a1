using Hypermax.Templates;

namespace Hypermax.Tests.Templates;

public sealed class SizeRuleTests
{
    [Theory]
    [InlineData("rows / 20 in 15..255", 2000, 10, 100)]
    [InlineData("rows / 20 in 15..255", 20, 10, 15)]
    [InlineData("rows / 20 in 15..255", 1_000_000, 10, 255)]
    [InlineData("sqrt(rows) in 1..200", 400, 10, 20)]
    [InlineData("8 * features in 1..512", 400, 10, 80)]
    public void Rule_OfWholeNumbers_IsKeptWithinItsEnds(string rule, int rows, int features, double expected) =>
        Assert.Equal(expected, SizeRule.Read(rule, new DataSize(rows, features), isInteger: true));

    [Fact]
    public void Rule_OfOtherNumbers_HasTwoDigits() =>
        Assert.Equal(0.32, SizeRule.Read("1 / sqrt(features) in 0.05..0.7", new DataSize(1, 10), isInteger: false));

    [Theory]
    [InlineData("balanced")]
    [InlineData("rows / 20")]
    [InlineData("in the middle of 3..4 things")]
    public void Text_ThatIsNoRule_StaysAText(string text) => Assert.Null(SizeRule.Read(text, DataSize.Usual, isInteger: true));
}
