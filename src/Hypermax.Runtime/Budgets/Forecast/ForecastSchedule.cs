namespace Hypermax.Budgets;

/// <summary>Gives every trial the whole budget; the pruner of the study, <c>forecast</c> unless another one is chosen, ends those that are not worth it.</summary>
internal sealed class ForecastSchedule : IBudgetSchedule
{
    public string Name => "forecast";

    public Assignment? Next(ScheduleContext context) =>
        context.MayStart ? new Assignment(new TrialBudget(context.Fidelity.Max)) : null;
}
