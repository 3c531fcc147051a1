using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Search;

namespace Hypermax.Tests.Search;

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

    [Fact]
    public void WaitText_TrialWithoutALimit_SaysHowLongWhichParametersAndWhatWouldEndIt() => Assert.Equal(
        "Train 7/100 best 0.04 (trial 5); trial 7 running, for 9 min by now (nothing ends it; HypertuneTrialSeconds would): Trees=16",
        SearchProgress.WaitText("Train", State(Trial(6, TrialOutcome.Of(0.08)), 7, TimeSpan.FromSeconds(26)), [(Job(7), TimeSpan.FromSeconds(540))], null));

    [Fact]
    public void WaitText_SeveralWithALimit_SaysWhenTheFirstEnds() => Assert.Equal(
        "Train: no trial has ended yet; trial 0 and 1 more running, for 30 s by now (HypertuneTrialSeconds ends it at 60 s): Trees=16",
        SearchProgress.WaitText("Train", null, [(Job(0), TimeSpan.FromSeconds(30)), (Job(1), TimeSpan.FromSeconds(29))], TimeSpan.FromMinutes(1)));

    [Fact]
    public async Task Now_TwoTrials_AreThereWhileTheyRunTheLongestFirst()
    {
        TaskCompletionSource<double> end = new();
        await using InProcessExecutor inner = new((_, _) => end.Task);
        await using RunningTrials running = new(inner, TimeProvider.System);
        Task<TrialOutcome> first = running.RunAsync(Job(3), default);
        Task<TrialOutcome> second = running.RunAsync(Job(4), default);

        Assert.Equal([3, 4], running.Now.Select(trial => trial.Job.Number));

        end.SetResult(1);
        await Task.WhenAll(first, second);
        Assert.Empty(running.Now);
    }

    private static TrialJob Job(int number) =>
        new() { Number = number, Space = new SearchSpace("s", [new NumericParameter("Trees", Law.Uniform, 1, 100, isInteger: true)]), Point = [16], Seed = 1 };

    private static StudyProgress State(TrialRecord trial, int finished, TimeSpan? left) => new(trial, Best, finished, 100, TimeSpan.Zero, left);

    private static TrialRecord Trial(int number, TrialOutcome outcome) => new() { Number = number, Point = [1], State = outcome.State, Outcome = outcome };
}
