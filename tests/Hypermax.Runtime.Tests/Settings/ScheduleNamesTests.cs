using Hypermax.Budgets;
using Hypermax.Settings;

namespace Hypermax.Tests.Settings;

public class ScheduleNamesTests
{
    [Fact]
    public void All_AreTheRegisteredSchedules() => Assert.Equal(Schedules.Names, ScheduleNames.All.Order(StringComparer.Ordinal));
}
