namespace Hypermax.Budgets;

/// <summary>Gives every trial the whole budget; the pruner of the study, by default <c>forecast</c>, ends those that are not worth it.</summary>
internal sealed class ForecastSchedule : IBudgetSchedule
{
    public string Name => "forecast";

    public Assignment? Next(ScheduleContext context) =>
        context.MayStart ? new Assignment(new TrialBudget(context.Fidelity.Max)) : null;
}
