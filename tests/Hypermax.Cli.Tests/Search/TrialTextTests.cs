using System.Globalization;
using Hypermax.Search;

namespace Hypermax.Tests.Search;

public sealed class TrialTextTests
{
    private static readonly SearchSpace Space = new("Space",
    [
        new NumericParameter("Rate", Law.LogUniform, 1e-6, 1),
        new NumericParameter("Size", Law.Uniform, 1, 9, isInteger: true),
        new CategoricalParameter("Kind", ["a b", "c"]),
        new NumericParameter("Kind.Deep", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(2, 1, 1)] }),
    ]);

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Point_AnyCulture_WritesActiveParametersOnly(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("Rate=0.0012346 Size=3 Kind='a b'", TrialText.Point(Space, [0.00123456, 3, 0, double.NaN]));
            Assert.Equal("Rate=0.5 Size=9 Kind=c Kind.Deep=0.25", TrialText.Point(Space, [0.5, 9, 1, 0.25]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Why_ProposalOfAModel_TellsExpectationAndOutcome()
    {
        TrialRecord trial = new()
        {
            Number = 12,
            Point = [0.5, 3, 1, 0.25],
            State = TrialState.Complete,
            Outcome = TrialOutcome.Of(0.05),
            Insight = new Insight("gp", 0.04, 0.01, -3.2, "depth locked"),
        };

        Assert.Equal(
            "Train: trial 12 by gp, expected 0.04 ± 0.01, acquisition -3.2 (depth locked): Rate=0.5 Size=3 Kind=c Kind.Deep=0.25 → 0.05",
            TrialText.Why("Train", Space, trial));
        Assert.Equal(
            "Train: trial 12 by random: Rate=0.5 Size=3 Kind=c Kind.Deep=0.25 → failed (ProcessDied)",
            TrialText.Why(
                "Train",
                Space,
                trial with { Insight = new Insight("random"), State = TrialState.Failed, Outcome = TrialOutcome.Fail(FailureKind.ProcessDied, "x") }));
    }

    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(99, "99 s")]
    [InlineData(600, "10 min")]
    [InlineData(9000, "2.5 h")]
    public void Time_EachLength_HasItsUnit(double seconds, string expected) => Assert.Equal(expected, TrialText.Time(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("boom", "boom.")]
    [InlineData("boom!\r\nx.cs(1,1): error", "boom!")]
    [InlineData("  ", "No message.")]
    [InlineData(null, "No message.")]
    public void FirstLine_AnyMessage_IsOneSentence(string? text, string expected) => Assert.Equal(expected, TrialText.FirstLine(text));
}
