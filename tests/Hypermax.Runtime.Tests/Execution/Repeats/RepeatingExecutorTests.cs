using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Repeats;

namespace Hypermax.Tests.Execution.Repeats;

public sealed class RepeatingExecutorTests
{
    private static readonly SearchSpace Space = new("One", [new NumericParameter("x", Law.Uniform, 0, 10)]);

    [Fact]
    public async Task Run_Repeats_RecordsMeanAndSpreadOverDifferentSeeds()
    {
        List<int> seeds = [];
        await using RepeatingExecutor executor = Executor(new RepeatOptions { Times = 3 }, trial => seeds.Add(trial.Seed), (_, call) => call * 2.0);

        TrialOutcome outcome = await executor.RunAsync(Job(1), default);

        Assert.Equal((4, 2, 3), (outcome.Value, outcome.Metrics["value.spread"], outcome.Metrics["repeats"]));
        Assert.Equal((17, 3), (seeds[0], seeds.Distinct().Count()));
    }

    [Fact]
    public async Task Run_Leaders_AreConfirmedAndOthersAreNot()
    {
        await using RepeatingExecutor executor = Executor(new RepeatOptions { Leaders = 1, LeaderTimes = 4 }, _ => { }, (x, _) => x);

        double[] repeats = [.. new[] { 5.0, 7, 3, 4 }.Select(x => executor.RunAsync(Job(x), default).Result.Metrics.GetValueOrDefault("repeats", 1))];

        Assert.Equal([4, 1, 4, 1], repeats);
    }

    // What a lucky first value promised and its repeats did not keep counts no more, as in a search that goes on with the recorded mean.
    [Fact]
    public async Task Run_LuckyLeader_CountsWithItsMean()
    {
        await using RepeatingExecutor executor = Executor(new RepeatOptions { Leaders = 1, LeaderTimes = 3 }, _ => { }, (x, call) => call == 1 ? 0 : x);

        List<double> repeats = [];

        // The first is 4 in the mean, which 5 does not beat; 3 does.
        foreach (double x in new[] { 6.0, 5, 7, 3 })
        {
            TrialOutcome outcome = await executor.RunAsync(Job(x), default);
            repeats.Add(outcome.Metrics.GetValueOrDefault("repeats", 1));
        }

        Assert.Equal([3, 1, 1, 3], repeats);
    }

    [Fact]
    public async Task Run_SearchGoneOnWith_OnlyWhatBeatsEarlierTrialsIsALeader()
    {
        await using RepeatingExecutor executor = new(
            new InProcessExecutor((vector, _) => Task.FromResult(vector[0])), new RepeatOptions { Leaders = 1, LeaderTimes = 4 }, [4.0]);

        double[] repeats = [.. new[] { 5.0, 3 }.Select(x => executor.RunAsync(Job(x), default).Result.Metrics.GetValueOrDefault("repeats", 1))];

        Assert.Equal([1, 4], repeats);
    }

    [Fact]
    public async Task Run_OneRepetitionFails_TheTrialFails()
    {
        await using RepeatingExecutor executor = Executor(new RepeatOptions { Times = 3 }, _ => { }, (_, call) => call == 2 ? double.NaN : 1);

        Assert.Equal(FailureKind.NotFinite, (await executor.RunAsync(Job(1), default)).Failure);
    }

    [Fact]
    public void Create_LeadersWithoutMoreTimes_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Executor(new RepeatOptions { Times = 5, Leaders = 1, LeaderTimes = 5 }, _ => { }, (x, _) => x));

    private static RepeatingExecutor Executor(RepeatOptions options, Action<TrialContext> seen, Func<double, int, double> value)
    {
        int call = 0;
        return new RepeatingExecutor(
            new InProcessExecutor((vector, trial) =>
            {
                seen(trial);
                return Task.FromResult(value(vector[0], ++call));
            }),
            options);
    }

    private static TrialJob Job(double x) => new() { Number = 0, Space = Space, Point = [x], Seed = 17 };
}
