using Hypermax.Numerics;
using Hypermax.Sampling;

namespace Hypermax.Studies.Staging;

/// <summary>Which parameters a trial of a stage searches; all others have the values of the best trial.</summary>
internal static class StageFocus
{
    /// <summary>How often other parameters are drawn when those that were have nothing untried left.</summary>
    private const int Redraws = 20;

    /// <summary>Gets how many choices of parameters a trial may have before its stage has nothing more to propose.</summary>
    public static int RoundsOf(StagePlan plan) => plan.InTurn.Count > 0 ? plan.InTurn.Count : plan.Stage.AtATime is null ? 1 : Redraws;

    /// <summary>Gets the values of the parameters that are not searched; null where this choice of parameters leaves nothing to search.</summary>
    /// <param name="turn">The stage.</param>
    /// <param name="space">The whole space.</param>
    /// <param name="best">The best point so far.</param>
    /// <param name="seed">The seed of the study.</param>
    /// <param name="number">The number of the trial.</param>
    /// <param name="round">Which choice of parameters it is, from 0.</param>
    public static FixedValues? Of(StageTurn turn, SearchSpace space, Point best, long seed, int number, int round)
    {
        IReadOnlySet<int> searched = Searched(turn, space, best, seed, number, round);
        FixedValues values = FixedValues.None;
        for (int i = 0; i < space.Count; i++)
        {
            if (best.Has(i) && !searched.Contains(i))
            {
                values = values.With(i, best[i]);
            }
        }

        return searched.Any(best.Has) ? values : null;
    }

    private static IReadOnlySet<int> Searched(StageTurn turn, SearchSpace space, Point best, long seed, int number, int round)
    {
        StagePlan plan = turn.Plan;
        if (plan.InTurn.Count > 0)
        {
            return plan.InTurn[(number - turn.FromTrial + round) % plan.InTurn.Count];
        }

        IEnumerable<int> all = plan.Searched ?? Enumerable.Range(0, space.Count);
        int[] open = [.. all.Where(i => best.Has(i) && space.Parameters[i] is not CategoricalParameter { IsConstant: true }).Order()];
        if (plan.Stage.AtATime is not int count || count >= open.Length)
        {
            return all.ToHashSet();
        }

        SeedStream stream = new(seed, number, round == 0 ? "stage/at-a-time" : FormattableString.Invariant($"stage/at-a-time#{round}"));
        for (int i = 0; i < count; i++)
        {
            int other = i + stream.NextInt(open.Length - i);
            (open[i], open[other]) = (open[other], open[i]);
        }

        return StagePlan.WithTied(space, open.Take(count));
    }
}
