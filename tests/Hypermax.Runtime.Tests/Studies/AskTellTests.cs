namespace Hypermax.Tests.Studies;

public sealed class AskTellTests
{
    private static readonly SearchSpace Space = TestSpaces.Mixed;

    [Fact]
    public void Tell_ByHand_AfterTrialIsCalledOnce()
    {
        List<TrialRecord> seen = [];
        using Study study = Open(new StudyOptions { AfterTrial = seen.Add });

        TrialRecord told = study.Tell(study.Ask()!, 1);
        study.Add([0.01, 3, 0, double.NaN, 0.3], 2);

        Assert.Same(told, Assert.Single(seen));
    }

    [Fact]
    public void Tell_FromAfterTrial_MayAskAgain()
    {
        Study? study = null;
        Trial? next = null;
        using Study opened = study = Open(new StudyOptions { AfterTrial = _ => next = study!.Ask() });

        opened.Tell(opened.Ask()!, 1);

        Assert.Equal(1, next!.Number);
    }

    [Fact]
    public void Report_BeforeTold_StandsInTheOutcomeOnceAStep()
    {
        using Study study = Open();
        Trial trial = study.Ask()!;

        trial.Report(0.5, 1);
        trial.Report(0.4, 2);
        trial.Report(0.3, 2);
        TrialRecord told = study.Tell(trial, 0.2);

        Assert.Equal([new TrialReport(1, 0.5), new TrialReport(2, 0.3)], told.Outcome!.Reports);
    }

    [Fact]
    public void Report_InAFolder_IsThereAfterReopening()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-").FullName;
        try
        {
            using (Study study = Open(new StudyOptions { Folder = folder }))
            {
                Trial trial = study.Ask()!;
                trial.Report(0.5, 1);
                trial.Report(0.4, 1);
                study.Tell(trial, 0.2);
            }

            using Study again = Open(new StudyOptions { Folder = folder });
            Assert.Equal([new TrialReport(1, 0.4)], again.Trials[0].Outcome!.Reports);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Report_AfterTold_Refused()
    {
        using Study study = Open();
        Trial trial = study.Ask()!;
        study.Tell(trial, 1);

        Assert.Throws<InvalidOperationException>(() => trial.Report(1, 1));
    }

    [Theory]
    [MemberData(nameof(NoEnds))]
    public void Tell_OutcomeThatIsNoEnd_RefusedAndTheTrialRunsOn(TrialOutcome outcome, string sentence)
    {
        using Study study = Open();
        Trial trial = study.Ask()!;

        ArgumentException error = Assert.Throws<ArgumentException>(() => study.Tell(trial, outcome));

        Assert.Contains(sentence, error.Message);
        Assert.Equal(TrialState.Running, study.Trials[0].State);
    }

    public static TheoryData<TrialOutcome, string> NoEnds { get; } = new()
    {
        { new TrialOutcome { State = TrialState.Complete, Values = [1, 2] }, "has 2 values, but study" },
        { new TrialOutcome { State = TrialState.Complete, Value = 1, Values = [2] }, "has the Values [2] but the Value 1" },
        { new TrialOutcome { State = TrialState.Complete }, "complete but its Value is NaN" },
        { new TrialOutcome { State = TrialState.Running, Value = 1 }, "Running, which is no end" },
    };

    [Fact]
    public async Task RunAsync_ExecutorGivesSeveralValues_ATrialThatFailed()
    {
        using Study study = Open(new StudyOptions { Trials = 2 });

        StudyResult result = await study.RunAsync(new Several());

        Assert.All(result.Trials, trial => Assert.Equal((TrialState.Failed, FailureKind.BadResult), (trial.State, trial.Outcome!.Failure)));
    }

    [Fact]
    public void Trials_NothingChanged_TheSameList()
    {
        using Study study = Open();
        Trial trial = study.Ask()!;
        IReadOnlyList<TrialRecord> before = study.Trials;

        Assert.Same(before, study.Trials);
        study.Tell(trial, 1);

        Assert.Equal(TrialState.Running, before[0].State);
        Assert.Equal(TrialState.Complete, study.Trials[0].State);
    }

    [Fact]
    public void BestValue_InItsOwnDirection_NullWhileNothingIsComplete()
    {
        using Study study = Open(new StudyOptions { Direction = Direction.Maximize });

        Assert.Null(study.BestValue);
        study.Tell(study.Ask()!, 1);
        study.Tell(study.Ask()!, 3);
        study.Tell(study.Ask()!, 2);

        Assert.Equal(3, study.BestValue);
    }

    [Fact]
    public void Enqueue_ArrayChangedAfterwards_ThePointIsNot()
    {
        using Study study = Open();
        double[] values = [0.01, 3, 0, double.NaN, 0.3];

        study.Enqueue(new Point(values));
        values[1] = 7;

        Assert.Equal(3, study.Ask()!.Point[1]);
    }

    [Fact]
    public void Indexer_Names_ValuesInExternalForm()
    {
        using Study study = Open();
        study.Enqueue([0.01, 3, 0, double.NaN, 0.3]);
        Trial trial = study.Ask()!;

        Assert.Equal((0.01, 3L, "a", null), (trial["rate"], trial["depth"], trial["kind"], trial["momentum"]));
        Assert.Contains("Did you mean 'depth'?", Assert.Throws<ArgumentException>(() => trial["deptj"]).Message);
    }

    [Fact]
    public void Fix_ChoiceByName_EveryPointHasIt()
    {
        using Study study = Open();

        study.Fix("kind", "b");

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal("b", study.Ask()!["kind"]));
        Assert.Contains("it has a, b", Assert.Throws<ArgumentException>(() => study.Fix("kind", "c")).Message);
        Assert.Contains("is a number", Assert.Throws<ArgumentException>(() => study.Fix("depth", "3")).Message);
    }

    [Fact]
    public void Arguments_Null_Named()
    {
        using Study study = Open();

        Assert.Throws<ArgumentNullException>("space", () => Study.Create(null!));
        Assert.Throws<ArgumentNullException>("trial", () => study.Tell(null!, 1));
        Assert.Throws<ArgumentNullException>("outcome", () => study.Tell(0, (TrialOutcome)null!));
        Assert.Throws<ArgumentNullException>("point", () => study.Enqueue(null!));
        Assert.Throws<ArgumentNullException>("point", () => study.Add(null!, 1));
        Assert.Throws<ArgumentNullException>("parameter", () => study.Free(null!));
        Assert.Throws<ArgumentNullException>("executor", () => { _ = study.RunAsync(null!); });
    }

    private static Study Open(StudyOptions? options = null) => Study.Create(Space, (options ?? new StudyOptions()) with { Method = "random" });

    private sealed class Several : Hypermax.Execution.IExecutor
    {
        public Task<TrialOutcome> RunAsync(Hypermax.Execution.TrialJob job, CancellationToken cancellation) =>
            Task.FromResult(new TrialOutcome { State = TrialState.Complete, Values = [1, 2] });

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
