using Hypermax.PostgreSql.Watching;

namespace Hypermax.PostgreSql.Tests.Watching;

/// <summary>How often a database is asked how its studies stand.</summary>
public sealed class DatabasePulseTests
{
    [Theory]
    [InlineData(2, 2, 200)]
    [InlineData(900, 0, 200)] // the first answer, which waited for a connection
    [InlineData(900, 3, 200)] // a bad moment
    [InlineData(100, 120, 400)]
    [InlineData(1500, 1400, 2000)]
    public void PauseAfter_TheFasterOfTwoAnswers_LeavesTheServerItsTime(int took, int before, int pause) =>
        Assert.Equal(pause, DatabasePulse.PauseAfter(TimeSpan.FromMilliseconds(took), TimeSpan.FromMilliseconds(before)).TotalMilliseconds);
}
