using Hypermax.Sampling.Auto;
using Hypermax.Trials;

namespace Hypermax.Tests.Sampling;

public class MemberCreditTests
{
    private const long Seed = 11;
    private static readonly double[] Rates = [0.8, 0.1, 0.12, 0.08];

    [Fact]
    public void Choose_NothingEarned_ModelHasNearlyAll()
    {
        Assert.InRange(Counts(new MemberCredit(Rates))[0], 700, 950);
    }

    [Fact]
    public void Choose_OneMemberFindsEveryImprovement_HasMostOfTheProposals()
    {
        MemberCredit credit = Study(member => member == 2);
        int[] counts = Counts(credit);

        Assert.True(counts[2] > counts[0] && counts[2] > 2 * counts[1], string.Join(' ', counts));
    }

    [Fact]
    public void Choose_NoMemberImproves_NoneIsLost()
    {
        Assert.All(Counts(Study(_ => false)), count => Assert.InRange(count, 30, 800));
    }

    [Fact]
    public void Choose_WithoutModel_TheOthersOnly()
    {
        MemberCredit credit = new(Rates);

        Assert.All(Enumerable.Range(0, 200), trial => Assert.InRange(credit.Choose(Seed, trial, hasModel: false).Member, 1, 3));
    }

    [Fact]
    public void Update_RowByRowOrAtOnce_SameShares()
    {
        TrialHistory history = new(1);
        MemberCredit gradual = new(Rates);
        for (int trial = 0; trial < 60; trial++)
        {
            history.Add(trial, [0.5], Math.Cos(trial * 1.7) / (1 + trial), TrialState.Complete);
            gradual.Update(history, Seed, 6, 40);
        }

        MemberCredit once = new(Rates);
        once.Update(history, Seed, 6, 40);

        Assert.Equal(
            Enumerable.Range(60, 50).Select(trial => gradual.Choose(Seed, trial, true)),
            Enumerable.Range(60, 50).Select(trial => once.Choose(Seed, trial, true)));
    }

    // Replays what a study does: the member that is chosen improves the loss or does not.
    private static MemberCredit Study(Func<int, bool> improves)
    {
        TrialHistory history = new(1);
        MemberCredit credit = new(Rates);
        double best = 1;
        for (int trial = 0; trial < 120; trial++)
        {
            bool isBetter = trial >= 8 && improves(credit.Choose(Seed, trial, hasModel: true).Member);
            best *= isBetter ? 0.9 : 1;
            history.Add(trial, [0.5], isBetter ? best : 1 + (trial % 10), TrialState.Complete);
            credit.Update(history, Seed, 8, 500);
        }

        return credit;
    }

    private static int[] Counts(MemberCredit credit)
    {
        int[] counts = new int[Rates.Length];
        for (int trial = 1000; trial < 2000; trial++)
        {
            counts[credit.Choose(Seed, trial, hasModel: true).Member]++;
        }

        return counts;
    }
}
