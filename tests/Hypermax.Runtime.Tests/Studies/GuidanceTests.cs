using Hypermax.Sampling.Guided;

namespace Hypermax.Tests.Studies;

public sealed class GuidanceTests
{
    [Fact]
    public void Read_FileOfHypermax_AllMeanings()
    {
        Guidance guidance = GuidanceJson.Read(TestSpaces.Mixed, """
            { "filteringMode": "lossrank", "filteringPercentile": 20,
              "lockedParameters": [ { "variable": "depth", "value": 4.0 } ],
              "refitParameters": [ { "variable": "rate", "refitStartTrial": 12 } ],
              "scrambleParameters": [ { "variable": "share" } ] }
            """);

        Assert.Equal([KeyValuePair.Create(1, 4.0)], guidance.Locked);
        Assert.Equal([KeyValuePair.Create(0, 12)], guidance.Relearned);
        Assert.Equal([4], guidance.Scrambled);
        Assert.Equal((GuidanceFilter.LossRank, 20), (guidance.Filter, guidance.FilterPercentile));
    }

    [Theory]
    [InlineData("""{ "lockedParameters": [ { "variable": "dept", "value": 4 } ] }""", "'depth'")]
    [InlineData("""{ "lockedParameters": [ { "variable": "depth", "value": 40 } ] }""", "between 1 and 12")]
    [InlineData("""{ "lockedParameters": [ { "variable": "depth" } ] }""", "needs one")]
    [InlineData("""{ "filteringMode": "best" }""", "'best'")]
    [InlineData("""{ "filteringPercentile": 120 }""", "from 0 to 100")]
    [InlineData("[", "not of its form")]
    public void Read_Wrong_SaysWhat(string json, string part) =>
        Assert.Contains(part, Assert.Throws<FormatException>(() => GuidanceJson.Read(TestSpaces.Mixed, json)).Message);

    [Fact]
    public void Ask_LockedAndScrambled_Obeyed()
    {
        Guidance guidance = new() { Locked = [KeyValuePair.Create(1, 4.0), KeyValuePair.Create(2, 1.0)], Scrambled = [4] };
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "tpe", Guidance = guidance });

        Point[] points = [.. Enumerable.Range(0, 40).Select(_ =>
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, TestSpaces.Loss(trial.Point));
            return trial.Point;
        })];

        Assert.All(points, point => Assert.True(point[1] == 4 && point[2] == 1 && !double.IsNaN(point[3])));
        Assert.True(points.Skip(20).Select(point => point[4]).Distinct().Count() >= 5);
    }

    [Fact]
    public void Ask_Relearned_ForgetsWhatWasBefore()
    {
        // Small x was good before trial 30 and large x is good since: only a sampler that forgets goes there at once.
        SearchSpace space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);
        double Mean(Guidance guidance)
        {
            using Study study = Study.Create(space, new StudyOptions { Method = "tpe", Guidance = guidance, Seed = 5 });
            List<double> late = [];
            for (int i = 0; i < 70; i++)
            {
                Trial trial = study.Ask()!;
                study.Tell(trial, i < 30 ? trial.Point[0] - 5 : 1 - trial.Point[0]);
                if (i >= 50)
                {
                    late.Add(trial.Point[0]);
                }
            }

            return late.Average();
        }

        Assert.True(Mean(new Guidance { Relearned = [KeyValuePair.Create(0, 30)] }) > Mean(Guidance.None) + 0.2);
    }

    [Fact]
    public void AddFrom_OtherStudy_TrialsThatFitAreThere()
    {
        using Study old = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });
        for (int i = 0; i < 20; i++)
        {
            Trial trial = old.Ask()!;
            old.Tell(trial, TestSpaces.Loss(trial.Point));
        }

        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "tpe", Trials = 40 });

        Assert.Equal(20, study.AddFrom(old.Space, old.Trials));
        Assert.Equal(old.Best!.Value, study.Best!.Value);
        Assert.Equal(20, study.Ask()!.Number);
    }

    [Fact]
    public async Task RunAsync_AfterAddFrom_AddedTrialsCostNothing()
    {
        using Study<TypedStudyTests.Point> old = Study.Create<TypedStudyTests.Point>(new StudyOptions { Trials = 30, Method = "random" });
        await old.RunAsync(p => p.X);
        using Study<TypedStudyTests.Point> study = Study.Create<TypedStudyTests.Point>(
            new StudyOptions { Trials = 12, Patience = 12, Method = "tpe", Seed = 1 });
        study.AddFrom(old.Space, old.Trials);

        StudyResult<TypedStudyTests.Point> result = await study.RunAsync(p => p.X + 10);

        Assert.Equal(30, result.Trials.Count(trial => trial.IsAdded));
        Assert.Equal(12, result.Trials.Count(trial => !trial.IsAdded));
        Assert.DoesNotContain(result.Trials.Where(trial => !trial.IsAdded), trial => trial.Insight!.Method == "tpe/startup");
    }

    [Fact]
    public async Task RunAsync_RetryPolicy_FailedTrialRunsAgain()
    {
        int calls = 0;
        using Study<TypedStudyTests.Point> study = Study.Create<TypedStudyTests.Point>(
            new StudyOptions { Trials = 3, Method = "random", Retry = new RetryPolicy(2) });

        StudyResult<TypedStudyTests.Point> result = await study.RunAsync(p => ++calls % 2 == 1 ? throw new IOException("flaky") : p.X);

        Assert.All(result.Trials, trial => Assert.Equal(TrialState.Complete, trial.State));
        Assert.All(result.Trials, trial => Assert.Equal(1, trial.Outcome!.Metrics[RetryPolicy.Metric]));
    }

    [Fact]
    public async Task RunAsync_Callbacks_AroundEveryTrial()
    {
        List<string> calls = [];
        using Study<TypedStudyTests.Point> study = Study.Create<TypedStudyTests.Point>(new StudyOptions
        {
            Trials = 2,
            Method = "random",
            BeforeTrial = trial => calls.Add($"before {trial.Number}"),
            AfterTrial = trial => calls.Add($"after {trial.Number} {trial.State}"),
        });

        await study.RunAsync(p => p.X);

        Assert.Equal(["before 0", "after 0 Complete", "before 1", "after 1 Complete"], calls);
    }
}
