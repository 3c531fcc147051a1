using Hypermax.Execution;
using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Tests.Studies;

public sealed class StudyTests
{
    [Fact]
    public void Ask_NewStudy_NumbersFromZeroAndValidPoints()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });
        SpaceGeometry geometry = new(TestSpaces.Mixed);

        for (int i = 0; i < 50; i++)
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, TestSpaces.Loss(trial.Point));

            Assert.Equal(i, trial.Number);
            Assert.True(geometry.Contains(trial.Point));
        }

        Assert.Equal(study.Trials.Min(trial => trial.Value), study.Best!.Value);
    }

    [Fact]
    public void Tell_SecondTime_Refused()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });
        Trial trial = study.Ask()!;
        study.Tell(trial, 1);

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => study.Tell(trial, 2));

        Assert.Contains("told before", error.Message);
        Assert.Equal(1, study.Best!.Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Tell_NotFinite_FailedTrial(double value)
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });

        TrialRecord record = study.Tell(study.Ask()!, value);

        Assert.Equal(TrialState.Failed, record.State);
        Assert.Equal(FailureKind.NotFinite, record.Outcome!.Failure);
        Assert.Null(study.Best);
    }

    [Fact]
    public void Best_Maximize_LargestValue()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Direction = Direction.Maximize });
        foreach (double value in new[] { 1.0, 3, -2, 0 })
        {
            study.Tell(study.Ask()!, value);
        }

        Assert.Equal(3, study.Best!.Value);
    }

    [Fact]
    public void Enqueue_Point_TriedNext()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });
        Point point = [0.01, 3, 0, double.NaN, 0.3];

        study.Enqueue(point);

        Assert.Equal(point, study.Ask()!.Point);
    }

    [Fact]
    public void Enqueue_PointOutsideTheSpace_Refused()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });

        Assert.Throws<ArgumentException>(() => study.Enqueue([2, 3, 0, double.NaN, 0.3]));
    }

    [Fact]
    public void Fix_Parameter_EveryPointHasTheValueUntilFreed()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });
        study.Fix("kind", 1);

        Point[] locked = [.. Enumerable.Range(0, 20).Select(_ => study.Ask()!.Point)];
        study.Free("kind");
        Point[] free = [.. Enumerable.Range(0, 20).Select(_ => study.Ask()!.Point)];

        Assert.All(locked, vector => Assert.True(vector[2] == 1 && !double.IsNaN(vector[3])));
        Assert.Contains(free, vector => vector[2] == 0);
    }

    [Fact]
    public void Create_BadOptions_AllViolationsInOneMessage()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Study.Create(TestSpaces.Mixed, new StudyOptions { Trials = 0, Workers = -1, Method = "randm" }));

        Assert.Contains("'Trials' must be above 0; it is '0'", error.Message);
        Assert.Contains("'Workers' must be above 0; it is '-1'", error.Message);
        Assert.Contains("randm", error.Message);
    }

    [Theory]
    [InlineData("tpe", 6, true)]
    [InlineData("tpe", 30, false)]
    [InlineData("gp", 4, true)]
    [InlineData("auto", 4, true)]
    [InlineData("cmaes", 8, true)]
    [InlineData("evolution", 20, true)]
    [InlineData("evolution", 60, false)]
    [InlineData("random", 1, false)]
    [InlineData("sobol", 3, false)]
    public void Advice_BudgetOfAMethod_SaidWhereItLearnsNothing(string method, int trials, bool isSaid)
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = method, Trials = trials });

        Assert.Equal(isSaid, study.GetAdvice().Any(advice => advice.Contains($"'{method}' learns nothing", StringComparison.Ordinal)));
    }

    [Fact]
    public void Advice_MoreWorkersThanLag_Said()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Workers = 8, Lag = 2 });

        Assert.Contains("no more than 2 of the 8 workers", Assert.Single(study.GetAdvice()));
    }

    [Fact]
    public void Advice_SpaceSmallerThanBudget_Nothing()
    {
        using Study study = Study.Create(
            new SearchSpace("s", [new CategoricalParameter("c", ["u", "v", "w"])]), new StudyOptions { Method = "tpe", Trials = 5 });

        Assert.Empty(study.GetAdvice());
    }

    [Fact]
    public void Create_DeclaredDefaults_TriedFirst()
    {
        SearchSpace space = new(
            "s", [new NumericParameter("x", Law.Uniform, 0, 1, facts: new ParameterFacts { Default = 0.125 }), new CategoricalParameter("c", ["u", "v"])]);
        using Study study = Study.Create(space, new StudyOptions { Method = "random" });

        Assert.Equal([0.125, 0], study.Ask()!.Point);
    }

    [Fact]
    public async Task RunAsync_Cancelled_KeepsFinishedAndEnds()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Trials = 1000 });
        using CancellationTokenSource stop = new();

        StudyResult result = await study.RunAsync(new JitteryExecutor(), progress => { if (progress.Finished == 7) { stop.Cancel(); } }, stop.Token);

        Assert.Equal(StopReason.Cancelled, result.Reason);
        Assert.InRange(result.Trials.Count(trial => trial.IsComplete), 7, 8);
    }

    [Fact]
    public async Task RunAsync_TargetReached_Stops()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Trials = 1000, Target = 1.5 });

        StudyResult result = await study.RunAsync(new JitteryExecutor());

        Assert.Equal(StopReason.Target, result.Reason);
        Assert.True(result.Best!.Value <= 1.5);
        Assert.True(result.Trials.Count < 1000);
    }

    [Fact]
    public async Task RunAsync_NoImprovementForPatience_Stops()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random", Trials = 1000, Patience = 5 });

        StudyResult result = await study.RunAsync(new ConstantExecutor());

        Assert.Equal(StopReason.Patience, result.Reason);
        Assert.Equal(6, result.Trials.Count);
    }

    [Fact]
    public async Task RunAsync_NothingLeftToGainAboveTheNoise_Stops()
    {
        SearchSpace space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        using Study study = Study.Create(space, new StudyOptions { Method = "random", Trials = 120, StopAtNoise = true });

        StudyResult result = await study.RunAsync(new NoiseExecutor());

        Assert.Equal(StopReason.Noise, result.Reason);
        Assert.InRange(result.Trials.Count, 20, 115);
    }

    /// <summary>Ends trials out of order: those with small numbers take longest within each group of eight.</summary>
    private sealed class JitteryExecutor : IExecutor
    {
        public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
        {
            await Task.Delay(7 - (job.Number % 8), CancellationToken.None);
            return cancellation.IsCancellationRequested
                ? TrialOutcome.Fail(FailureKind.Cancelled, "stopped")
                : TrialOutcome.Of(TestSpaces.Loss(job.Point));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class ConstantExecutor : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => Task.FromResult(TrialOutcome.Of(1));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>A bowl under noise.</summary>
    private sealed class NoiseExecutor : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) =>
            Task.FromResult(TrialOutcome.Of((4 * Math.Pow(job.Point[0] - 0.3, 2)) + (0.05 * new SeedStream(9, job.Number, "noise").NextNormal())));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
