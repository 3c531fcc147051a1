using Hypermax.Build.Settings;

namespace Hypermax.Build.Tests.Settings;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("90s", 90)]
    [InlineData("2.5M", 150)]
    [InlineData("1h", 3600)]
    [InlineData("00:01:30", 90)]
    public void TryParse_TimeAsPeopleWriteIt_IsRead(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out TimeSpan time));
        Assert.Equal(seconds, time.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("1 day")]
    [InlineData("1e300")]
    [InlineData("NaN")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(Durations.TryParse(text, out _));
}
