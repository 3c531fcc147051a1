using Hypermax.Storage.Journal;
using Hypermax.Testing.Searching;

namespace Hypermax.Testing.Tests.Asserting;

/// <summary>Assertions hold what they say, and do not hold when there is nothing to say.</summary>
public sealed class HypermaxAssertTests
{
    [Fact]
    public void Repeatable_DrawsOfTheTrial_Passes() => HypermaxAssert.Repeatable<Knobs>((knobs, trial) => knobs.Loss + trial.Random.NextDouble());

    [Fact]
    public void Repeatable_StateThatTrialsChange_NamesTheFirstThatDiffers()
    {
        int calls = 0;

        HypermaxAssertException error = Fails(() => HypermaxAssert.Repeatable<Knobs>((knobs, _) => knobs.Loss + Interlocked.Increment(ref calls)));

        Assert.Contains("The search of 'Knobs' does not repeat: trial 0 is ", error.Message, StringComparison.Ordinal);
        Assert.Contains(" with 4. Take all randomness from the trial", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeatable_WhatOnlyTrialsAtOnceShow_IsFound()
    {
        const int Trials = 8;
        int calls = 0;

        // The second search is that of four workers: two of its trials wait for each other, which the first search could not do.
        HypermaxAssertException error = Fails(() => HypermaxAssert.Repeatable<Knobs>(
            (knobs, _) =>
            {
                bool meets = Interlocked.Increment(ref calls) is Trials + 1 or Trials + 2
                    && SpinWait.SpinUntil(() => Volatile.Read(ref calls) >= Trials + 2, TimeSpan.FromMinutes(1));
                return knobs.Loss + (meets ? 1 : 0);
            },
            new TestSearchOptions { Trials = Trials }));

        Assert.Contains("does not repeat", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeatable_NoTrialCompletes_SaysThatNothingIsShown()
    {
        HypermaxAssertException error = Fails(() => HypermaxAssert.Repeatable<Knobs>((_, _) => throw new InvalidOperationException("no oven")));

        Assert.Contains("None of the 20 trials of 'Knobs' completed, so nothing shows that the search repeats.", error.Message, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: no oven", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objective_ThatIsNull_IsRefusedBeforeAnySearch()
    {
        Assert.Throws<ArgumentNullException>("objective", () => HypermaxAssert.Repeatable<Knobs>(null!));
        Assert.Throws<ArgumentNullException>("objective", () => HypermaxAssert.FindsBelow(1, (Func<Knobs, double>)null!));
        Assert.Throws<ArgumentNullException>("objective", () => HypermaxAssert.FindsBelow(1, (Func<Knobs, TrialContext, double>)null!));
        Assert.Throws<ArgumentNullException>("objective", () => HypermaxAssert.FindsAbove(1, (Func<Knobs, double>)null!));
        Assert.Throws<ArgumentNullException>("study", () => HypermaxAssert.TunedStillGood(null!));
        Assert.Throws<ArgumentNullException>("study", () => HypermaxAssert.FindsNothingBetter(null!));
    }

    [Fact]
    public void FindsBelow_TwoObjectivesOfOneName_TheSecondIsRefused()
    {
        TestSearchOptions shared = new() { Name = "shared-name", Trials = 5 };
        HypermaxAssert.FindsBelow<Knobs>(10, knobs => knobs.Loss, shared);

        HypermaxAssertException error = Fails(() => HypermaxAssert.FindsBelow<Knobs>(10, Other, shared with { Trials = 50 }));

        Assert.StartsWith("Two searches are called 'shared-name': that of 'HypermaxAssertTests.FindsBelow_TwoObjectivesOfOneName_TheSecondIsRefused' and "
            + "that of 'HypermaxAssertTests.Other'", error.Message, StringComparison.Ordinal);
        Assert.Contains("new TestSearchOptions { Name = \"…\" }", error.Message, StringComparison.Ordinal);
    }

    // What a case of a theory found says nothing about the next one, which the same lambda evaluates with other variables.
    [Fact]
    public void FindsBelow_TheSameTestAgain_BeginsAfresh()
    {
        TestSearchOptions options = new() { Name = "again", Trials = 6 };
        Find(0);

        HypermaxAssertException error = Fails(() => Find(1, trials: 12));

        Assert.Contains("after 12 trials", error.Message, StringComparison.Ordinal);

        TestSearchResult Find(double more, int trials = 6) =>
            HypermaxAssert.FindsBelow<Knobs>(0.9, knobs => knobs.Loss + more, options with { Trials = trials });
    }

    [Fact]
    public void FindsBelow_EveryForm_IsOfTheCodeOfTheTests()
    {
        TestSearchResult one = HypermaxAssert.FindsBelow<Knobs>(10, Other, new TestSearchOptions { Name = "form-1", Trials = 3 });
        TestSearchResult two = HypermaxAssert.FindsBelow<Knobs>(10, OfTrial, new TestSearchOptions { Name = "form-2", Trials = 3 });
        TestSearchResult three = HypermaxAssert.FindsAbove<Knobs>(-10, Other, new TestSearchOptions { Name = "form-3", Trials = 3 });

        Assert.Equal(TestPlan.FingerprintOf(typeof(HypermaxAssertTests).Assembly, Searched("Other")), Fingerprint(one));
        Assert.Equal(TestPlan.FingerprintOf(typeof(HypermaxAssertTests).Assembly, Searched("OfTrial")), Fingerprint(two));
        Assert.Equal(Fingerprint(one), Fingerprint(three));
        Assert.NotEqual(Fingerprint(one), Fingerprint(two));

        // A search begins afresh when the code of the tests changes, which is theirs and not that of the assertion.
        static string? Fingerprint(TestSearchResult result) => JournalSnapshot.Read(result.Folder).Trials[0].Objective;
        static string Searched(string method) => SearchedMethod.Of(typeof(HypermaxAssertTests).GetMethod(
            method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!).Id;
    }

    [Theory]
    [InlineData(0, 1.0, 1, "'Trials' of the search must be a whole number")]
    [InlineData(5, double.NaN, 1, "'Target' of the search must be")]
    [InlineData(5, 1.0, -1, "'Timeout' of the search must be")]
    public void FindsBelow_ThatCannotBe_IsRefusedInWords(int trials, double target, double hours, string words)
    {
        TestSearchOptions options = new() { Name = "cannot", Trials = trials, Timeout = TimeSpan.FromHours(hours) };

        HypermaxAssertException error = Fails(() => HypermaxAssert.FindsBelow<Knobs>(target, knobs => knobs.Loss, options));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    public void FindsBelow_NameThatNamesNoFolder_IsRefused(string name)
    {
        HypermaxAssertException error = Fails(() => HypermaxAssert.FindsBelow<Knobs>(10, knobs => knobs.Loss, new TestSearchOptions { Name = name }));

        Assert.StartsWith("The name of a study names its folder, so it must have a letter or a digit", error.Message, StringComparison.Ordinal);
    }

    private static HypermaxAssertException Fails(Action act) => Assert.Throws<HypermaxAssertException>(act);

    private static double Other(Knobs knobs) => knobs.Loss + 1;

    private static double OfTrial(Knobs knobs, TrialContext trial) => knobs.Loss + trial.Number;
}
