using Hypermax.Studies.Staging;

namespace Hypermax.Tests.Studies.Staging;

public class StageTextTests
{
    [Fact]
    public void Parse_EveryClause_ReadsIt()
    {
        IReadOnlyList<Stage> stages = Stage.Parse(
            "random 20; tpe(candidates=48 gamma=0.2) 50 narrow 20% quantiles 10%..90% margin 0.2 choices 50% of random; "
            + "fine: gp 30 only Depth, 'Learning Rate' vary 2 for 10m then turns A,B | C");

        Assert.Equal(["random", "tpe", "gp", null], stages.Select(stage => stage.Method));
        Assert.Equal([20, 50, 30, null], stages.Select(stage => stage.Trials));
        Assert.Equal("48", stages[1].MethodOptions!["candidates"]);
        Assert.Equal(
            new Narrowing { Top = 0.2, LowQuantile = 0.1, HighQuantile = 0.9, Margin = 0.2, ChoiceShare = 0.5, Of = "random" }, stages[1].Narrow);
        Assert.Equal(("fine", 2, TimeSpan.FromMinutes(10)), (stages[2].Name, stages[2].AtATime, stages[2].Timeout));
        Assert.Equal(["Depth", "Learning Rate"], stages[2].Only);
        Assert.Equal(["A,B", "C"], stages[3].InTurn.Select(group => string.Join(',', group)));
    }

    [Fact]
    public void Write_WhatWasRead_ReadsTheSame()
    {
        const string Line =
            "random 20; tpe(gamma=0.2) 50 narrow 0.2 quantiles 0.1..0.9 margin 0.2 choices 0.5 of random; "
            + "fine: gp 30 only Depth,'of' vary 2 for 600; turns A,B | C";

        Assert.Equal(Line, StageText.Write(Stage.Parse(Line)));
    }

    [Theory]
    [InlineData("rnadom 20", "'rnadom', character 1 of the stages, is not a method of search, with which a stage begins. Did you mean 'random'?")]
    [InlineData("random 20 narow 20%", "'narow', character 11 of the stages, is not what belongs to a stage. Did you mean 'narrow'?")]
    [InlineData("random 20; tpe 50 narrow 20", "'20', character 26 of the stages, must be which part of the trials is good, such as 20% or 0.2.")]
    [InlineData("random 1.5", "'1.5', character 8 of the stages, must be the number of trials, a whole number above 0.")]
    [InlineData("random 20 only", "The end of the text, character 15 of the stages, must be a parameter")]
    [InlineData("random 20 for never", "'never', character 15 of the stages, must be a time above 0")]
    [InlineData("tpe(gamma 0.2) 5", "'gamma 0.2', character 4 of the stages, stands in brackets, so it must be options as name=value.")]
    [InlineData("tpe(gamma=0.2", "The ( of character 4 of the stages is not closed.")]
    [InlineData("", "The end of the text, character 1 of the stages, must be a method of search")]
    [InlineData("random 5; tpe 6 narrow 20% quantiles 5%", "'5%', character 38 of the stages, must be two parts, such as 5%..95%.")]
    public void Parse_Mistake_SaysWhereAndWhatWasExpected(string text, string words)
    {
        FormatException error = Assert.Throws<FormatException>(() => Stage.Parse(text));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
