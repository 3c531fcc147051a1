using Hypermax.Budgets;
using Hypermax.Conformance;

namespace Hypermax.Tests.Budgets;

public sealed class AbhConformanceTests : ScheduleConformance
{
    protected override IBudgetSchedule Create() => Schedules.Create("abh");
}

public sealed class AbhOfTwoBracketsConformanceTests : ScheduleConformance
{
    protected override IBudgetSchedule Create() =>
        Schedules.Create("abh", new Dictionary<string, string>(StringComparer.Ordinal) { ["brackets"] = "2", ["randomShare"] = "1" });
}

public sealed class AshaConformanceTests : ScheduleConformance
{
    protected override IBudgetSchedule Create() => Schedules.Create("asha");
}

public sealed class BohbConformanceTests : ScheduleConformance
{
    protected override IBudgetSchedule Create() => Schedules.Create("bohb");
}

public sealed class ForecastConformanceTests : ScheduleConformance
{
    protected override IBudgetSchedule Create() => Schedules.Create("forecast");
}

public sealed class HyperbandConformanceTests : ScheduleConformance
{
    protected override IBudgetSchedule Create() => Schedules.Create("hyperband");
}
