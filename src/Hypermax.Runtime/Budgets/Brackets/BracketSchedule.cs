using Hypermax.Budgets.Options;

namespace Hypermax.Budgets.Brackets;

/// <summary>Hyperband's brackets one after the other, and begun anew when all are through; Hyperband, BOHB and ABH differ in the sizes alone.</summary>
/// <remarks>
/// Fills the first rung of a bracket with new points; once it is full, the best of those that ended go on to the next rung, as large a part of them as
/// of all. So a rung whose trials have all ended is halved as in the papers, and one with stragglers does not hold up the others, not even where they
/// never end: after a rung's worth of later ones it is halved without them. Failed trials go nowhere. Where nothing can be done in a bracket, the
/// next one begins.
/// </remarks>
internal sealed class BracketSchedule(string name, ScheduleOptions options, Func<double, Func<int, int, int, double>> sizes) : IBudgetSchedule
{
    public string Name => name;

    /// <summary>Gets the brackets of a loop, in the order in which they begin.</summary>
    public IReadOnlyList<Bracket> BracketsOf(Fidelity fidelity) =>
        [.. Bracket.AllOf(fidelity, sizes(fidelity.Eta)).Take(options.Brackets ?? int.MaxValue)];

    public Assignment? Next(ScheduleContext context)
    {
        IReadOnlyList<Bracket> brackets = BracketsOf(context.Fidelity);
        ILookup<(int Loop, int Group), ScheduledTrial> placed = context.Trials.ToLookup(trial => (trial.Budget.Loop, trial.Budget.Group));
        int loops = context.Trials.Count == 0 ? 0 : context.Trials.Max(trial => trial.Budget.Loop) + 1;
        for (int loop = 0; loop < loops; loop++)
        {
            foreach (Bracket bracket in brackets)
            {
                BracketStanding standing = new(bracket, [.. placed[(loop, bracket.Group)]], context);
                if (standing.Promotion() is { } promotion)
                {
                    return promotion with { Budget = promotion.Budget with { Loop = loop, Group = bracket.Group } };
                }

                if (standing.HasRoom)
                {
                    return Start(context, loop, bracket);
                }
            }
        }

        return context.MayStart ? Start(context, loops, brackets[0]) : null;
    }

    private Assignment Start(ScheduleContext context, int loop, Bracket bracket) =>
        new(new TrialBudget(bracket.Rungs[0].Budget) { Loop = loop, Group = bracket.Group })
        {
            AtRandom = context.IsAtRandom(Name, options.RandomShare),
        };
}
