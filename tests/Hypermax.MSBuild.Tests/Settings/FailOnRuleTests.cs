using Hypermax.Settings;

namespace Hypermax.Build.Tests.Settings;

public sealed class FailOnRuleTests
{
    [Theory]
    [InlineData("value>0.05", 0.06, 0, true)]
    [InlineData("value>0.05", 0.05, 0, false)]
    [InlineData("value>=0.05", 0.05, 0, true)]
    [InlineData("value<-1e-3", -0.002, 0, true)]
    [InlineData("value<=5", 5, 0, true)]
    [InlineData("value>0.05", double.NaN, 0, true)]
    [InlineData("failures>2", 0, 2, false)]
    [InlineData("failures>2", 0, 3, true)]
    [InlineData("failures>10%", 0, 1, false)]
    [InlineData("failures>10%", 0, 2, true)]
    [InlineData("trials<10", 0, 1, true)]
    [InlineData("trials<9", 0, 1, false)]
    public void IsBroken_TenFinishedTrials_Compares(string text, double value, int failures, bool expected)
    {
        FailOnRule rule = Assert.Single(FailOnRule.Parse(text, out string? problem));

        Assert.Null(problem);
        Assert.Equal(expected, rule.IsBroken(value, failures, trials: 10 - failures, finished: 10));
    }

    [Theory]
    [InlineData("value>0.05,failures>10%")]
    [InlineData("value>0.05; failures>10%")]
    [InlineData("value>0.05 and failures>10%")]
    public void Parse_SeveralConditions_EachCounts(string text) =>
        Assert.Equal(["value>0.05", "failures>10%"], FailOnRule.Parse(text, out _).Select(rule => rule.Text));

    [Theory]
    [InlineData("value")]
    [InlineData("value>")]
    [InlineData("value>abc")]
    [InlineData("value>5%")]
    [InlineData("speed>5")]
    [InlineData("value=5")]
    [InlineData(">5")]
    [InlineData("value>NaN")]
    public void Parse_NoCondition_SaysWhatOneIs(string text)
    {
        Assert.Empty(FailOnRule.Parse(text, out string? problem));
        Assert.Contains($"'{text}' is no condition", problem, StringComparison.Ordinal);
    }
}
