using Hypermax.Execution.InProcess;

namespace Hypermax.Tests.Studies.Objectives;

/// <summary>Studies with several objectives or constraints: what is told, what counts, what is kept.</summary>
public sealed class SeveralObjectivesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-objectives-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Front_SeveralTrials_TheOnesThatNoOtherBeats()
    {
        using Study study = Study.Create(TestSpaces.Mixed, Two());

        Tell(study, [3, 3], [1, 2], [2, 1], [2, 2], [1, 2], [0, -5]);

        // The second objective is maximised: [3,3] has most of it, [1,2] twice, [0,-5] has least of the first.
        Assert.Equal([0, 1, 4, 5], study.Front.Select(trial => trial.Number));
    }

    [Fact]
    public void Front_PrunedFailedAndInfeasibleTrials_AreNotOnIt()
    {
        using Study study = Study.Create(TestSpaces.Mixed, Two() with { Constraints = [new OutcomeConstraint("p99", AtMost: 20)] });
        Trial good = study.Ask()!;
        good.Constrain("p99", 20);
        study.Tell(good, [1.0, 1.0]);
        Trial broken = study.Ask()!;
        broken.Constrain("p99", 20.5);
        study.Tell(broken, [0.0, 9.0]);
        study.TellPruned(study.Ask()!);
        study.Tell(study.Ask()!, [double.NaN, 9.0]);

        Assert.Equal([0], study.Front.Select(trial => trial.Number));
        Assert.Equal([true, false], study.Trials.Take(2).Select(trial => trial.IsFeasible));
        Assert.Equal([TrialState.Complete, TrialState.Complete, TrialState.Pruned, TrialState.Failed], study.Trials.Select(trial => trial.State));
        Assert.Contains("value 1 of 2", study.Trials[3].Outcome!.Message);
    }

    [Fact]
    public void Best_SeveralObjectives_TheKneeOfTheFront()
    {
        using Study study = Study.Create(TestSpaces.Mixed, Two());

        Tell(study, [0, 0], [1, 9], [10, 10]);

        Assert.Equal(1, study.Best!.Number);
    }

    [Fact]
    public void Best_OneObjectiveAndAConstraint_TheBestFeasible()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });
        Trial fast = study.Ask()!;
        fast.Constrain("p99", 12, atMost: 20);
        study.Tell(fast, 3);
        Assert.Equal(0, study.Best!.Number);

        Trial slow = study.Ask()!;
        slow.Constrain("p99", 30, atMost: 20);
        study.Tell(slow, 1);

        Assert.Equal(0, study.Best!.Number);
        Assert.Equal(10, study.Trials[1].Constraints[0].Violation);
        Assert.Equal([0], study.Front.Select(trial => trial.Number));
    }

    [Fact]
    public void Best_AllInfeasible_None()
    {
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Method = "random" });
        Trial trial = study.Ask()!;
        trial.Constrain("size", 3, atLeast: 5);
        study.Tell(trial, 1);

        Assert.Null(study.Best);
        Assert.Empty(study.Front);
    }

    [Fact]
    public void Reopen_ObjectivesAndConstraints_AllThereUnchanged()
    {
        OutcomeConstraint[] declared = [new OutcomeConstraint("p99", AtMost: 20), new OutcomeConstraint("share", 0.9, 0.1)];
        StudyOptions options = Two() with { Folder = _folder, Constraints = declared };
        using (Study study = Study.Create(TestSpaces.Mixed, options))
        {
            Trial trial = study.Ask()!;
            trial.Constrain("share", 0.5);
            trial.Constrain("p99", 21);
            trial.Constrain("size", 7, atMost: 8);
            study.Tell(trial, [0.1, 1e300]);
        }

        using Study again = Study.Create(TestSpaces.Mixed, options with { Constraints = [], ObjectiveNames = [] });

        Assert.Equal(3, again.Header.Format);
        Assert.Equal(["error", "speed"], again.Header.ObjectiveNames);
        Assert.Equal(options.Constraints, again.Header.Constraints);
        Assert.Equal([0.1, 1e300], again.Trials[0].Values);
        Assert.Equal(
            ["p99 <= 20: 21", "0.1 <= share <= 0.9: 0.5", "size <= 8: 7"],
            again.Trials[0].Constraints.Select(constraint => FormattableString.Invariant($"{constraint.Constraint}: {constraint.Value}")));
        Assert.False(again.Trials[0].IsFeasible);
    }

    [Fact]
    public void Reopen_OtherObjectives_TheDifferencesAreNamed()
    {
        StudyOptions options = Two() with { Folder = _folder, Constraints = [new OutcomeConstraint("p99", AtMost: 20)] };
        Study.Create(TestSpaces.Mixed, options).Dispose();

        StudyOptions other = options with
        {
            Directions = [Direction.Minimize, Direction.Minimize],
            ObjectiveNames = ["error", "size"],
            Constraints = [new OutcomeConstraint("p99", 25)],
        };
        StudyMismatchException error = Assert.Throws<StudyMismatchException>(() => Study.Create(TestSpaces.Mixed, other));

        Assert.Equal(["direction", "objective names", "constraints"], error.Differences.Select(difference => difference.Name));
        Assert.Contains("p99 <= 25", error.Message);
    }

    [Fact]
    public void Journal_OneObjective_IsWrittenAsFormat2WithoutANewMember()
    {
        using (Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = _folder, Method = "random" }))
        {
            study.Tell(study.Ask()!, 1);
        }

        string journal = File.ReadAllText(Path.Combine(_folder, "journal.jsonl"));

        Assert.Contains("\"format\":2,", journal);
        Assert.DoesNotContain("objectives", journal);
        Assert.DoesNotContain("constraints", journal);
        Assert.DoesNotContain("\"values\"", journal);
    }

    [Theory]
    [InlineData(new[] { 1.0 }, "has one value, but study 'mixed' has 2 objectives: 'error', 'speed'")]
    [InlineData(new[] { 1.0, 2, 3 }, "has 3 values, but study 'mixed' has 2 objectives: 'error', 'speed'")]
    [InlineData(new[] { 1.0, 2 }, "no value for the constraint 'p99'")]
    public void Tell_NotOneValueEach_RefusedAndTheTrialRunsOn(double[] values, string sentence)
    {
        using Study study = Study.Create(TestSpaces.Mixed, Two() with { Constraints = [new OutcomeConstraint("p99", AtMost: 20)] });
        Trial trial = study.Ask()!;

        ArgumentException error = Assert.Throws<ArgumentException>(() => study.Tell(trial, values));

        Assert.Contains(sentence, error.Message);
        Assert.Equal(TrialState.Running, study.Trials[0].State);
    }

    [Fact]
    public void Tell_ConstraintWithoutBoundOrNumber_Refused()
    {
        using Study study = Study.Create(TestSpaces.Mixed, Two() with { Constraints = [new OutcomeConstraint("p99", AtMost: 20)] });
        Trial trial = study.Ask()!;
        trial.Constrain("p99", double.NaN);
        Assert.Contains("'p99 <= 20' has the value NaN", Assert.Throws<ArgumentException>(() => study.Tell(trial, [1.0, 2])).Message);

        trial.Constrain("p99", 1, atMost: 30);
        Assert.Contains("declares 'p99 <= 20'", Assert.Throws<ArgumentException>(() => study.Tell(trial, [1.0, 2])).Message);

        trial.Constrain("p99", 1);
        trial.Constrain("p9", 1);
        Assert.Contains("did you mean 'p99'?", Assert.Throws<ArgumentException>(() => study.Tell(trial, [1.0, 2])).Message);
    }

    [Fact]
    public void Create_MethodOfOneObjective_RefusedWithThoseThatTakeSeveral()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Study.Create(TestSpaces.Mixed, Two() with { Method = "cmaes" }));

        Assert.Contains("'cmaes' searches one objective, and the study has 2", error.Message);
        Assert.Contains("random", error.Message);
    }

    [Fact]
    public void Create_OptionsOfOneObjective_AllRefusedAtOnce()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Study.Create(
            TestSpaces.Mixed, Two() with { Target = 1, StopAtNoise = true, ObjectiveNames = ["a", "a"], Constraints = [new OutcomeConstraint("p99")] }));

        Assert.Contains("'Target' needs one objective", error.Message);
        Assert.Contains("'StopAtNoise' needs one objective", error.Message);
        Assert.Contains("'ObjectiveNames' must be 2 different names", error.Message);
        Assert.Contains("'Constraints' must have a finite bound", error.Message);
    }

    [Fact]
    public async Task RunAsync_ObjectiveThatGivesTooFew_FailedTrialsAndTheSearchGoesOn()
    {
        using Study study = Study.Create(TestSpaces.Mixed, Two() with { Trials = 3 });

        await study.RunAsync(InProcessExecutor.OfValues((_, trial) => Task.FromResult<IReadOnlyList<double>>(trial.Number == 1 ? [1] : [1, 2])));

        Assert.Equal([TrialState.Complete, TrialState.Failed, TrialState.Complete], study.Trials.Select(trial => trial.State));
        Assert.Contains("'error'", study.Trials[1].Outcome!.Message);
    }

    [Theory]
    [InlineData("nsga2")]
    [InlineData("nsga3")]
    [InlineData("tpe")]
    [InlineData("gp")]
    [InlineData("auto")]
    public async Task RunAsync_SixObjectives_EveryPointOfTheFrontIsUndominated(string method)
    {
        StudyOptions options = new() { Directions = [.. Enumerable.Repeat(Direction.Minimize, 6)], Method = method, Trials = 26, Seed = 4 };
        using Study study = Study.Create(TestSpaces.Mixed, options);

        await study.RunAsync(InProcessExecutor.OfValues((point, _) =>
            Task.FromResult<IReadOnlyList<double>>([.. Enumerable.Range(1, 6).Select(i => Math.Cos(i * (point[0] + point[1])))])));

        Assert.Equal(26, study.Trials.Count(trial => trial.IsComplete));
        Assert.NotEmpty(study.Front);
        Assert.All(study.Front, trial => Assert.DoesNotContain(study.Trials, other =>
            other.Values.Zip(trial.Values).All(pair => pair.First <= pair.Second) && other.Values.Zip(trial.Values).Any(pair => pair.First < pair.Second)));
    }

    [Theory]
    [InlineData("tpe")]
    [InlineData("gp")]
    [InlineData("auto")]
    [InlineData("anneal")]
    public async Task RunAsync_SmallestLossesAreInfeasible_TheSearchGoesWhereTrialsAreFeasible(string method)
    {
        SearchSpace space = new("line", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);
        using Study study = Study.Create(space, new StudyOptions { Method = method, Trials = 50, Seed = 2 });

        // The loss falls towards x = 0, and only x above 0.8 is allowed: a fifth of the space.
        await study.RunAsync(new InProcessExecutor((point, trial) =>
        {
            trial.Constrain("x", point[0], atLeast: 0.8);
            return Task.FromResult(point[0] + point[1]);
        }));

        Assert.True(study.Trials.Skip(25).Count(trial => trial.IsFeasible) > 8);
        Assert.InRange(study.BestValue!.Value, 0.8, 1.3);
    }

    private static StudyOptions Two() => new()
    {
        Directions = [Direction.Minimize, Direction.Maximize],
        ObjectiveNames = ["error", "speed"],
        Method = "random",
    };

    private static void Tell(Study study, params double[][] told)
    {
        foreach (double[] values in told)
        {
            study.Tell(study.Ask()!, values);
        }
    }
}
