using Hypermax.Errors;

namespace Hypermax.Tests.Tune;

public sealed class NearestNamesTests
{
    [Theory]
    [InlineData("Trian", "Train")]
    [InlineData("train", "Train,Trains")]
    [InlineData("Predcit", "Predict")]
    public void Of_Mistyped_GivesNearestFirst(string word, string expected) =>
        Assert.Equal(expected.Split(','), NearestNames.Of(word, ["Predict", "Train", "Trains"]).Take(expected.Split(',').Length));

    [Fact]
    public void Of_NothingNear_GivesAll() => Assert.Equal(["Predict", "Train"], NearestNames.Of("Zzzzzz", ["Predict", "Train"]));
}
