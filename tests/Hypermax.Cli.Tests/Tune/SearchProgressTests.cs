using Hypermax.Tune;

namespace Hypermax.Tests.Tune;

public sealed class SearchProgressTests
{
    private static readonly TrialRecord Best = Trial(5, TrialOutcome.Of(0.04));

    [Fact]
    public void Text_CompleteTrial_SaysWhereTheSearchStands() => Assert.Equal(
        "Train 7/100 loss 0.08 best 0.04 (trial 5) 12 s left",
        SearchProgress.Text("Train", Direction.Minimize, State(Trial(6, TrialOutcome.Of(0.08)), 7, TimeSpan.FromSeconds(11.2))));

    [Fact]
    public void Text_Maximised_SaysValue() => Assert.StartsWith(
        "Train 7/100 value 0.08 best",
        SearchProgress.Text("Train", Direction.Maximize, State(Trial(6, TrialOutcome.Of(0.08)), 7, null)),
        StringComparison.Ordinal);

    [Fact]
    public void Text_FailedTrialAtTheEnd_SaysWhyAndNoTime() => Assert.Equal(
        "Train 100/100 failed (Memory) best 0.04 (trial 5)",
        SearchProgress.Text("Train", Direction.Minimize, State(Trial(99, TrialOutcome.Fail(FailureKind.Memory, "too much")), 100, TimeSpan.Zero)));

    private static StudyProgress State(TrialRecord trial, int finished, TimeSpan? left) => new(trial, Best, finished, 100, TimeSpan.Zero, left);

    private static TrialRecord Trial(int number, TrialOutcome outcome) => new() { Number = number, Vector = [1], State = outcome.State, Outcome = outcome };
}
