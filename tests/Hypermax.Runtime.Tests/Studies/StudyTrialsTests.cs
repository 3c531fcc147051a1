using Hypermax.Execution.InProcess;
using Hypermax.Execution.Losses;
using Hypermax.Execution.Repeats;

namespace Hypermax.Tests.Studies;

/// <summary>What a study makes of single trials: losses and repeats.</summary>
public class StudyTrialsTests
{
    private static readonly SearchSpace Space = new("One", [new NumericParameter("x", Law.Uniform, 0, 10)]);

    [Fact]
    public async Task Run_Loss_IsWhatTheSearchSees()
    {
        Study study = Study.Create(
            Space,
            new StudyOptions
            {
                Trials = 3,
                Method = "random",
                Direction = Direction.Maximize,
                Loss = LossOptions.Parse("value + 10*accuracy + penalty(time, 5, 10, 0.1)"),
            });

        StudyResult result = await study.RunAsync(new InProcessExecutor((vector, trial) =>
        {
            trial.SetMetric("accuracy", 0.5);
            trial.SetMetric("time", 6);
            return Task.FromResult(vector[0]);
        }));

        Assert.All(result.Trials, trial => Assert.Equal(trial.Point[0] + 5 - 0.004, trial.Value, 12));
        Assert.All(result.Trials, trial => Assert.Equal(trial.Point[0], trial.Outcome!.Metrics["value.raw"]));
    }

    [Fact]
    public void Create_FolderSearchedForAnotherLoss_IsRefusedAndTheSameOneIsNot()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-loss-").FullName;
        try
        {
            StudyOptions options = new() { Method = "random", Folder = folder, Loss = LossOptions.Parse("value - 0.5*accuracy") };
            Study.Create(Space, options).Dispose();
            Study.Create(Space, options with { Loss = LossOptions.Parse("1*value-5e-1*accuracy") }).Dispose();

            string message = Assert.Throws<StudyMismatchException>(() => Study.Create(Space, options with { Loss = null })).Message;

            Assert.Contains("loss is recorded as value - 0.5*accuracy, but value is asked for", message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Run_Repeats_EveryTrialIsTheMeanOfItsEvaluations()
    {
        int calls = 0;
        Study study = Study.Create(
            Space, new StudyOptions { Trials = 4, Method = "random", Repeats = new RepeatOptions { Times = 2, Leaders = 1, LeaderTimes = 5 } });

        StudyResult result = await study.RunAsync(new InProcessExecutor((vector, trial) =>
        {
            Interlocked.Increment(ref calls);
            return Task.FromResult(vector[0] + trial.Random.NextDouble());
        }));

        Assert.Equal(5, result.Best!.Outcome!.Metrics["repeats"]);
        Assert.Equal(calls, result.Trials.Sum(trial => trial.Outcome!.Metrics["repeats"]));
        Assert.All(result.Trials, trial => Assert.True(trial.Outcome!.Metrics["value.spread"] > 0));
    }

    [Fact]
    public void Create_LossAndRepeatsThatMakeNoSense_AreToldTogether()
    {
        StudyOptions options = new() { Loss = new LossOptions { Parts = [] }, Repeats = new RepeatOptions { Times = 0 }, Retry = new RetryPolicy(-1) };

        string message = Assert.Throws<ArgumentException>(() => Study.Create(Space, options)).Message;

        Assert.Contains("at least one part", message, StringComparison.Ordinal);
        Assert.Contains("'Repeats.Times' must be above 0", message, StringComparison.Ordinal);
        Assert.Contains("'Retry.Times' must be 0 or above; it is '-1'", message, StringComparison.Ordinal);
    }
}
