namespace Hypermax.Tests;

public class VerbsTests
{
    [Theory]
    [InlineData("best")]
    [InlineData("no-such-verb")]
    [InlineData("status", "folder", "--no-such-option")]
    [InlineData("search", "search.json", "--resume", "--new")]
    public void Run_WhatMakesNoSense_EndsWithTheCodeOfUsage(params string[] args) => Assert.Equal(ExitCodes.Usage, Verbs.Run(args));

    [Theory]
    [InlineData("--help")]
    [InlineData("best", "--help")]
    public void Run_Help_EndsWell(params string[] args) => Assert.Equal(ExitCodes.Done, Verbs.Run(args));
}
