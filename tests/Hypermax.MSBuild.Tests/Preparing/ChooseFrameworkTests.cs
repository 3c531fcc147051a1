using Hypermax.Build.Preparing;

namespace Hypermax.Build.Tests.Preparing;

public sealed class ChooseFrameworkTests
{
    [Theory]
    [InlineData("net8.0;net10.0;netstandard2.0", "10.0", "net10.0")]
    [InlineData("net8.0;net11.0", "10.0", "net8.0")]
    [InlineData("net9.0;net10.0-windows;net10.0", "10.0", "net10.0")]
    [InlineData("net48;netstandard2.0", "10.0", "")]
    [InlineData(" net8.0 ; ", "", "net8.0")]
    public void Execute_SeveralFrameworks_ChoosesTheNewestThatRuns(string frameworks, string runtime, string expected)
    {
        ChooseFramework task = new() { Frameworks = frameworks.Split(';'), RuntimeVersion = runtime };

        Assert.True(task.Execute());
        Assert.Equal(expected, task.Chosen);
    }

    [Fact]
    public void Execute_FrameworkWanted_IsTaken()
    {
        ChooseFramework task = new() { Frameworks = ["net8.0", "net10.0"], RuntimeVersion = "10.0", Wanted = "NET8.0" };

        Assert.True(task.Execute());
        Assert.Equal("net8.0", task.Chosen);
    }
}
