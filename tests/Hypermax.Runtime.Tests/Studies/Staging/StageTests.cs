using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Spaces.Ranges;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Studies.Staging;

public sealed class StageTests : IDisposable
{
    private static readonly Stage[] Three =
    [
        new Stage { Method = "random", Trials = 12 },
        new Stage { Method = "tpe", Trials = 15, Narrow = new Narrowing { Top = 0.4 } },
        new Stage { Name = "fine", Method = "tpe", Trials = 13, AtATime = 2 },
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_ThreeStages_EachHasItsTrialsInOrder()
    {
        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(SamplerSpaces.Branches, new StudyOptions { Stages = Three, Workers = 3 });

        Assert.Equal(["random: 12", "tpe: 15", "fine: 13"], StagedSearch.StagesOf(trials));
        Assert.All(trials.Take(12), trial => Assert.Equal("random", trial.Insight!.Method));
        Assert.All(trials.Skip(12), trial => Assert.StartsWith("tpe", trial.Insight!.Method, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_OneTwoAndEightWorkersAtOneLag_SameTable()
    {
        string one = await RunAsync(workers: 1);

        Assert.Equal(one, await RunAsync(workers: 2));
        Assert.Equal(one, await RunAsync(workers: 8));

        async Task<string> RunAsync(int workers) =>
            StagedSearch.Table(await StagedSearch.RunAsync(SamplerSpaces.Branches, new StudyOptions { Stages = Three, Workers = workers, Lag = 8, Seed = 3 }));
    }

    [Fact]
    public async Task RunAsync_JournalCutOffAnywhere_SameTableAsUninterrupted()
    {
        StudyOptions options = new() { Stages = Three, Workers = 2, Lag = 4, Seed = 5 };
        string whole = Path.Combine(_folder, "whole");
        string expected = StagedSearch.Table(await StagedSearch.RunAsync(SamplerSpaces.Branches, options with { Folder = whole }));
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(whole, JournalStore.FileName));

        // Before and after every record that begins a stage, and in between.
        int[] starts = [.. Enumerable.Range(0, lines.Length).Where(line => lines[line].Contains("\"ranges\"", StringComparison.Ordinal))];
        Assert.Equal(3, starts.Length);
        foreach (int kept in starts.SelectMany(start => new[] { start, start + 1, start + 9 }).Distinct())
        {
            string torn = Directory.CreateDirectory(Path.Combine(_folder, $"cut{kept}")).FullName;
            await File.WriteAllTextAsync(Path.Combine(torn, JournalStore.FileName), string.Join('\n', lines.Take(kept)) + "\n" + lines[kept][..20]);

            Assert.Equal(expected, StagedSearch.Table(await StagedSearch.RunAsync(SamplerSpaces.Branches, options with { Folder = torn })));
        }
    }

    [Fact]
    public async Task RunAsync_WithMoreTrialsThanStages_TheLastOneGoesOn()
    {
        Stage[] stages = [new Stage { Method = "random", Trials = 4 }, new Stage { Method = "sobol", Trials = 3 }];

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(SamplerSpaces.Numbers, new StudyOptions { Stages = stages, Trials = 12 });

        Assert.Equal(["random: 4", "sobol: 8"], StagedSearch.StagesOf(trials));
    }

    [Fact]
    public async Task RunAsync_LongerListOfStagesThanBefore_GoesOnWithTheNewOnes()
    {
        Stage[] stages = [new Stage { Method = "random", Trials = 6 }];
        await StagedSearch.RunAsync(SamplerSpaces.Numbers, new StudyOptions { Stages = stages, Folder = _folder });

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(
            SamplerSpaces.Numbers, new StudyOptions { Stages = [.. stages, new Stage { Method = "sobol", Trials = 5 }], Folder = _folder });

        Assert.Equal(["random: 6", "sobol: 5"], StagedSearch.StagesOf(trials));
    }

    [Fact]
    public async Task RunAsync_StageOfAGridThatIsUsedUp_TheNextOneBegins()
    {
        SearchSpace space = new("grid", [new CategoricalParameter("kind", ["a", "b", "c"]), new NumericParameter("x", Law.Uniform, 0, 1)]);
        Stage[] stages =
        [
            new Stage { Method = "random", Trials = 5 },
            new Stage { Name = "kinds", Method = "grid", Trials = 50, Only = ["kind"] },
            new Stage { Name = "rest", Method = "random", Trials = 4 },
        ];

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(space, new StudyOptions { Stages = stages, Trials = 20 }, point => point[1]);

        // The best point itself has been tried.
        Assert.Equal(["random: 5", "kinds: 2", "rest: 13"], StagedSearch.StagesOf(trials));
    }

    [Fact]
    public async Task RunAsync_DefaultsAndQueuedPoints_CountForTheirStage()
    {
        SearchSpace space = new("declared", [new NumericParameter("x", Law.Uniform, 0, 1, facts: new ParameterFacts { Default = 0.25 })]);
        using Study study = Study.Create(
            space, new StudyOptions { Stages = [new Stage { Method = "random", Trials = 3 }, new Stage { Method = "sobol", Trials = 2 }] });
        study.Enqueue(new Point(0.75));

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(study);

        Assert.Equal([0.25, 0.75], trials.Take(2).Select(trial => trial.Point[0]));
        Assert.Equal(["random: 3", "sobol: 2"], StagedSearch.StagesOf(trials));
    }

    [Fact]
    public void Ask_StageWhoseTimeIsUp_BelongsToTheNextOne()
    {
        StageClock clock = new();
        Stage[] stages = [new Stage { Method = "random", Timeout = TimeSpan.FromMinutes(10) }, new Stage { Method = "sobol", Trials = 3 }];
        using Study study = Study.Create(SamplerSpaces.Numbers, new StudyOptions { Stages = stages, Clock = clock });
        List<string?> names = [];
        for (int i = 0; i < 5; i++)
        {
            Trial trial = study.Ask()!;
            names.Add(trial.Insight!.Stage);
            clock.Advance(TimeSpan.FromMinutes(4));
            study.Tell(trial, i);

            // Nothing runs meanwhile: a night between two runs of a search costs the stage nothing.
            clock.Advance(TimeSpan.FromHours(i == 0 ? 12 : 0));
        }

        Assert.Equal(["random", "random", "random", "sobol", "sobol"], names);
    }

    [Fact]
    public async Task RunAsync_LastStageOutOfTime_EndsByTime()
    {
        Stage[] stages = [new Stage { Method = "random", Timeout = TimeSpan.FromMilliseconds(30) }];
        using Study study = Study.Create(SamplerSpaces.Numbers, new StudyOptions { Stages = stages, Trials = 1_000_000 });

        StudyResult result = await study.RunAsync(new SlowExecutor());

        Assert.Equal(StopReason.Timeout, result.Reason);
        Assert.InRange(result.Trials.Count, 1, 40);
    }

    [Fact]
    public void Ask_SeveralObjectives_NarrowsToTheFront()
    {
        SearchSpace space = new("two", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);
        Stage[] stages =
        [
            new Stage { Method = "random", Trials = 60 },
            new Stage { Name = "narrow", Method = "random", Trials = 20, Narrow = new Narrowing { Top = 0.1, Margin = 0 } },
        ];
        using Study study = Study.Create(
            space,
            new StudyOptions { Stages = stages, Method = "random", Directions = [Direction.Minimize, Direction.Minimize], ObjectiveNames = ["near", "far"] });
        while (study.Trials.Count < 80)
        {
            // The front lies at y = 0, for every x.
            Trial trial = study.Ask()!;
            study.Tell(trial, [trial.Point[0] + trial.Point[1], 1 - trial.Point[0] + trial.Point[1]]);
        }

        ParameterRange[] ranges = [.. study.Changes[^1].Stage!.Ranges];
        Assert.True(ranges[0].High - ranges[0].Low > 0.5, ranges[0].ToString());
        Assert.True(ranges[1].High < 0.4, ranges[1].ToString());
    }

    private sealed class SlowExecutor : IExecutor
    {
        public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
        {
            await Task.Delay(5, CancellationToken.None);
            return TrialOutcome.Of(job.Number);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class StageClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(_ticks);

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
