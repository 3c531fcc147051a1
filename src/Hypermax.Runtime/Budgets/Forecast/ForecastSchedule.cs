namespace Hypermax.Budgets;

/// <summary>Gives every trial the whole budget; the pruner of the study, by default <c>forecast</c>, ends those that are not worth it.</summary>
/// <param name="randomShare">How likely a new point is drawn from the laws of the space.</param>
internal sealed class ForecastSchedule(double randomShare) : IBudgetSchedule
{
    public string Name => "forecast";

    public Assignment? Next(ScheduleContext context) => !context.MayStart ? null : new Assignment(new TrialBudget(context.Fidelity.Max))
    {
        AtRandom = context.IsAtRandom(Name, randomShare),
    };
}
