using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;

namespace Hypermax.Tests.Execution;

public sealed class LongWaitsTests
{
    private static readonly TimeSpan Months = TimeSpan.FromDays(60);

    [Theory]
    [InlineData(50)]
    [InlineData(10_000_000)]
    public async Task Delay_BeyondTheTimersOfThePlatform_WaitsUntilItIsCancelled(double days)
    {
        using CancellationTokenSource stop = new();
        Task wait = LongWaits.DelayAsync(TimeSpan.FromDays(days), stop.Token);

        Assert.False(wait.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task Study_TimeoutOfMonths_IsAccepted()
    {
        using Study study = Study.Create(
            new SearchSpace("s", [new NumericParameter("x", Law.Uniform, 0, 1)]), new StudyOptions { Trials = 2, Timeout = Months, Method = "random" });
        await using InProcessExecutor executor = new(
            (vector, _) => Task.FromResult(vector[0]), new InProcessOptions { Limits = new TrialLimits { WallTime = Months, Grace = Months } });

        StudyResult result = await study.RunAsync(executor);

        Assert.Equal(2, result.Trials.Count);
    }

    [Fact]
    public async Task Watch_TrialWithoutAThread_ItsTimeBeginsWithIt()
    {
        TaskCompletionSource<double> work = new();
        TrialNotes notes = new(new TrialJob { Number = 0, Space = new SearchSpace("s", []), Point = [], Seed = 0 });
        TrialLimits limits = new() { WallTime = TimeSpan.FromMilliseconds(50), Silence = TimeSpan.FromMilliseconds(40), Grace = TimeSpan.Zero };
        using CancellationTokenSource stop = new();

        Task<LimitBreach?> wait = InProcessWatch.WaitAsync(work.Task, notes, stop, limits, default);
        await Task.Delay(500);
        Assert.False(wait.IsCompleted);

        notes.Begin();
        Assert.NotNull(await wait);
    }
}
