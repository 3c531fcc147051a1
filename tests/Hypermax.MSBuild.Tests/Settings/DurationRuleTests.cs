using Hypermax.Settings;

namespace Hypermax.Build.Tests.Settings;

public sealed class DurationRuleTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("90s", 90)]
    [InlineData("2.5M", 150)]
    [InlineData("1h", 3600)]
    [InlineData("00:01:30", 90)]
    public void TryRead_TimeAsPeopleWriteIt_IsRead(string text, double seconds)
    {
        Assert.True(Rules.Duration.TryRead(text, out TimeSpan time, out _));
        Assert.Equal(seconds, time.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("1 day")]
    [InlineData("1e300")]
    [InlineData("NaN")]
    public void TryRead_AnythingElse_IsRefused(string text) => Assert.False(Rules.Duration.TryRead(text, out _, out _));
}
