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
        Assert.Equal(expected, rule.IsBroken(new FailOnFacts(value, failures, Trials: 10 - failures, Finished: 10)));
    }

    [Theory]
    [InlineData("worse>0", 0.05, 0.04, false, true)]
    [InlineData("worse>0", 0.04, 0.04, false, false)]
    [InlineData("worse>0.02", 0.05, 0.04, false, false)]
    [InlineData("worse>20%", 0.05, 0.04, false, true)]
    [InlineData("worse>30%", 0.05, 0.04, false, false)]
    [InlineData("worse>0", 0.9, 0.8, true, false)]
    [InlineData("worse>0", 0.8, 0.9, true, true)]
    [InlineData("worse>10%", -0.8, -0.9, false, true)]
    [InlineData("worse>0", 0.05, double.NaN, false, false)]
    [InlineData("gain<=0", 0.05, 0.04, false, true)]
    [InlineData("gain<=0", 0.03, 0.04, false, false)]
    [InlineData("gain<50%", 0.03, 0.04, false, true)]
    [InlineData("gain<=0", 0.03, double.NaN, false, true)]
    [InlineData("missed>0", 0.05, 0.04, false, true)]
    [InlineData("missed>0", 0.04, 0.04, false, false)]
    [InlineData("missed>0", 0.9, 0.95, true, true)]
    [InlineData("missed>0", 0.04, double.NaN, false, true)]
    public void IsBroken_AgainstAnotherValue_Compares(string text, double value, double other, bool isMaximized, bool expected)
    {
        FailOnRule rule = Assert.Single(FailOnRule.Parse(text, out _));
        FailOnFacts facts = new(value, 0, 10, 10) { Recorded = other, Default = other, Target = other, IsMaximized = isMaximized };

        Assert.Equal(expected, rule.IsBroken(facts));
    }

    [Theory]
    [InlineData("kills>0", 1, true)]
    [InlineData("kills>0", 0, false)]
    [InlineData("kills>10%", 1, false)]
    [InlineData("kills>10%", 2, true)]
    public void IsBroken_Kills_Counts(string text, int kills, bool expected) =>
        Assert.Equal(expected, Assert.Single(FailOnRule.Parse(text, out _)).IsBroken(new FailOnFacts(1, 2, 8, 10) { Kills = kills }));

    [Theory]
    [InlineData("worse>10%", "worse is 0.01 (25 %): the best value 0.05 against the recorded 0.04")]
    [InlineData("gain<=0", "gain is -0.01: the best value 0.05 against the declared defaults' 0.04")]
    [InlineData("missed>0", "no target is set, so none can be missed; set HypertuneTarget")]
    [InlineData("failures>10%", "failures is 2 (20 %)")]
    public void Explain_Condition_SaysWhatWasCompared(string text, string expected) => Assert.Equal(
        expected,
        Assert.Single(FailOnRule.Parse(text, out _)).Explain(new FailOnFacts(0.05, 2, 8, 10) { Recorded = 0.04, Default = 0.04 }));

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
    [InlineData("worse")]
    [InlineData("value=5")]
    [InlineData(">5")]
    [InlineData("value>NaN")]
    public void Parse_NoCondition_SaysWhatOneIs(string text)
    {
        Assert.Empty(FailOnRule.Parse(text, out string? problem));
        Assert.Contains($"'{text}' is no condition", problem, StringComparison.Ordinal);
    }
}
