using System.Collections.Concurrent;
using System.Globalization;
using Hypermax.Budgets;
using Hypermax.Budgets.Options;
using Hypermax.Execution.InProcess;
using Hypermax.Pruning;
using Hypermax.Storage.Journal;
using Hypermax.Studies;

namespace Hypermax.Tests.Budgets;

/// <summary>Studies with budgets: what is recorded and best, that they repeat, and that trials go on from checkpoints.</summary>
public sealed class BudgetStudyTests : IDisposable
{
    private static readonly SearchSpace Line = new("line", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax").FullName;

    public static TheoryData<string> Names { get; } = [.. Schedules.Names];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task RunAsync_OneTwoAndEightWorkersAtOneLag_SameTable(string name)
    {
        string one = await RunAsync(workers: 1);

        Assert.Equal(one, await RunAsync(workers: 2));
        Assert.Equal(one, await RunAsync(workers: 8));

        async Task<string> RunAsync(int workers)
        {
            using Study study = Study.Create(Line, Options(name) with { Workers = workers, Lag = 8 });
            return Table(await study.RunAsync(Curves(isJittery: true)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task RunAsync_JournalCutOffAnywhere_SameTableAsUninterrupted(string name)
    {
        string whole = Path.Combine(_folder, "whole");
        string expected = await RunAsync(whole);
        byte[] journal = await File.ReadAllBytesAsync(Path.Combine(whole, JournalStore.FileName));
        foreach (int part in new[] { 2, 5, 8 })
        {
            string torn = Path.Combine(_folder, part.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(torn);
            await File.WriteAllBytesAsync(Path.Combine(torn, JournalStore.FileName), journal[..(journal.Length * part / 10)]);

            Assert.Equal(expected, await RunAsync(torn));
        }

        async Task<string> RunAsync(string folder)
        {
            using Study study = Study.Create(Line, Options(name) with { Workers = 4, Lag = 4, Folder = folder });
            return Table(await study.RunAsync(Curves()));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task RunAsync_SmallBudgetsThatLookBetter_TheBestIsOneOfTheWholeBudget(string name)
    {
        using Study study = Study.Create(Line, Options(name));

        StudyResult result = await study.RunAsync(new InProcessExecutor((point, trial) => Task.FromResult(point[0] + trial.Budget!.Value)));

        Assert.Equal(9, result.Best!.Budget!.Amount);
        Assert.Equal(TrialState.Complete, result.Best.State);
        Assert.All(result.Trials, trial => Assert.Equal(trial.Budget!.Amount < 9 ? TrialState.Partial : TrialState.Complete, trial.State));
    }

    /// <summary>The first bracket of these budgets has 81 trials before any is brought to an end.</summary>
    [Fact]
    public async Task RunAsync_FewerTrialsThanABracket_BringsTheBestToTheWholeBudget()
    {
        using Study study = Study.Create(Line, Options("abh") with { Fidelity = new Fidelity(1, 81), Trials = 12 });

        StudyResult result = await study.RunAsync(Curves());

        Assert.Equal((11, 81), (result.Best!.Number, result.Best.Budget!.Amount));
        Assert.Equal(result.Trials.Take(11).MinBy(trial => trial.Value)!.Number, result.Best.Budget.Continues);
    }

    [Fact]
    public async Task RunAsync_FinitesSpaceUsedUp_BringsItsPointsToTheWholeBudgetAndEnds()
    {
        SearchSpace small = new("small", [new CategoricalParameter("kind", ["a", "b", "c"])]);
        using Study study = Study.Create(small, Options("abh") with { Trials = 1000, Method = "random" });

        StudyResult result = await study.RunAsync(new InProcessExecutor((point, _) => Task.FromResult(point[0])));

        Assert.Equal(StopReason.Exhausted, result.Reason);
        Assert.Equal(3, result.Trials.Count(trial => trial.IsComplete));
    }

    [Fact]
    public async Task RunAsync_ParameterThatIsTheBudget_IsSetAndNotSearched()
    {
        SearchSpace space = new("net", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("epochs", Law.Uniform, 1, 9, isInteger: true)]);
        using Study study = Study.Create(space, Options("hyperband") with { Fidelity = new Fidelity(1, 9) { Parameter = "epochs" } });

        StudyResult result = await study.RunAsync(new InProcessExecutor((point, _) => Task.FromResult(point[0] + (1 / point[1]))));

        Assert.All(result.Trials, trial => Assert.Equal(trial.Budget!.Amount, trial.Point[1]));
        Assert.Equal(9, result.Best!.Point[1]);
    }

    [Fact]
    public async Task OnReports_ObjectiveThatIgnoresItsBudgetOrReportsNothing_IsAdvised()
    {
        using Study ignoring = Study.Create(Line, Options("asha"));
        using Study heeding = Study.Create(Line, Options("asha"));
        using Study silent = Study.Create(Line, Options("forecast"));

        await ignoring.RunAsync(new InProcessExecutor((point, _) => Task.FromResult(point[0])));
        await heeding.RunAsync(Curves());
        await silent.RunAsync(new InProcessExecutor((point, _) => Task.FromResult(point[0])));

        Assert.Contains("seems to ignore its budget", StudyAdvice.OnReports(ignoring.Options, ignoring.Trials), StringComparison.Ordinal);
        Assert.Null(StudyAdvice.OnReports(heeding.Options, heeding.Trials));
        Assert.Contains("The pruner 'forecast' had nothing to judge", StudyAdvice.OnReports(silent.Options, silent.Trials), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Checkpoints_AreHandedOnAndClearedAway()
    {
        ConcurrentDictionary<int, double> found = new();
        using Study study = Study.Create(Line, Options("asha") with { Folder = _folder });

        StudyResult result = await study.RunAsync(new InProcessExecutor(async (point, trial) =>
        {
            string file = Path.Combine(trial.Checkpoint!, "epoch");
            found[trial.Number] = File.Exists(file) ? double.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture) : 0;
            await File.WriteAllTextAsync(file, trial.Budget!.Value.ToString(CultureInfo.InvariantCulture));
            return point[0];
        }));

        Assert.Contains(result.Trials, trial => trial.Budget!.Continues is not null);
        Assert.All(
            result.Trials,
            trial => Assert.Equal(trial.Budget!.Continues is int earlier ? result.Trials[earlier].Budget!.Amount : 0, found[trial.Number]));
        DirectoryInfo shelf = new(Path.Combine(_folder, "checkpoints"));
        int[] kept = [.. shelf.GetDirectories().Select(one => int.Parse(one.Name[6..], CultureInfo.InvariantCulture))];
        Assert.Contains(result.Best!.Number, kept);
        Assert.All(kept, number => Assert.True(number == result.Best.Number || result.Trials[number].State == TrialState.Partial));
        Assert.All(kept, number => Assert.DoesNotContain(result.Trials, trial => trial.Budget!.Continues == number));
    }

    [Theory]
    [InlineData("asha")]
    [InlineData("abh")]
    public async Task RunAsync_WithoutCheckpoints_PromotedTrialsBeginInAnEmptyFolder(string schedule)
    {
        ConcurrentBag<int> found = [];
        StudyOptions options = Options(schedule) with { Folder = _folder, Fidelity = new Fidelity(1, 9) { Checkpoints = false } };
        using (Study study = Study.Create(Line, options))
        {
            StudyResult result = await study.RunAsync(new InProcessExecutor(async (point, trial) =>
            {
                string file = Path.Combine(trial.Checkpoint!, "epoch");
                if (File.Exists(file))
                {
                    found.Add(trial.Number);
                }

                await File.WriteAllTextAsync(file, "left behind");
                return point[0];
            }));

            Assert.Empty(found);
            Assert.Contains(result.Trials, trial => trial.Budget!.Continues is not null);
            DirectoryInfo kept = Assert.Single(new DirectoryInfo(Path.Combine(_folder, "checkpoints")).GetDirectories());
            Assert.Equal(FormattableString.Invariant($"trial_{result.Best!.Number}"), kept.Name);
        }

        string refusal = Assert.Throws<StudyMismatchException>(() => Study.Create(Line, Options(schedule) with { Folder = _folder })).Message;
        Assert.Contains("budgets", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abh", "brackets=1 randomShare=1")]
    [InlineData("hyperband", "brackets=2 randomShare=0.5")]
    [InlineData("asha", "randomShare=1")]
    [InlineData("forecast", "randomShare=1")]
    public async Task RunAsync_OptionsOfTheSchedule_AreHeededRecordedAndKeptTo(string schedule, string options)
    {
        IReadOnlyDictionary<string, string> given = ScheduleKind.Parse(options);
        StudyOptions asked = Options(schedule) with { Folder = _folder, ScheduleOptions = given };
        using (Study study = Study.Create(Line, asked))
        {
            StudyResult result = await study.RunAsync(Curves());

            TrialRecord[] begun = [.. result.Trials.Where(trial => trial.Budget!.Continues is null)];
            double random = begun.Count(trial => trial.Insight!.Method.Contains("random", StringComparison.Ordinal)) / (double)begun.Length;
            Assert.Equal(given["randomShare"] == "1" ? 1 : 0.5, random, given["randomShare"] == "1" ? 0 : 0.25);
            int brackets = result.Trials.Select(trial => trial.Budget!.Group).Distinct().Count();
            Assert.Equal(given.TryGetValue("brackets", out string? count) ? int.Parse(count, CultureInfo.InvariantCulture) : 1, brackets);
        }

        using (Study again = Study.Create(Line, new StudyOptions { Folder = _folder, Trials = 60 }))
        {
            Assert.Equal(ScheduleKind.Parse(options), ScheduleKind.Parse(again.Header.ScheduleOptions));
        }

        Study.Create(Line, asked).Dispose();
        Dictionary<string, string> other = new(StringComparer.Ordinal) { ["randomShare"] = "0.25" };
        string refusal = Assert.Throws<StudyMismatchException>(() => Study.Create(Line, asked with { ScheduleOptions = other })).Message;
        Assert.Contains("schedule options", refusal, StringComparison.Ordinal);
        Assert.Contains("'randomShare=0.25'", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OptionsAsTheScheduleHasThemAnyway_AreNotRecorded()
    {
        Dictionary<string, string> usual = new(StringComparer.Ordinal) { ["RandomShare"] = "0.30" };
        using Study study = Study.Create(Line, Options("abh") with { Folder = _folder, ScheduleOptions = usual });

        Assert.Null(study.Header.ScheduleOptions);
        Assert.DoesNotContain("scheduleOptions", File.ReadAllLines(Path.Combine(_folder, JournalStore.FileName))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abh", "brackets", "4", "'ScheduleOptions.Brackets' must be at most 3, the number of budgets (1, 3, 9); it is '4'.")]
    [InlineData("abh", "brackets", "0", "'ScheduleOptions.brackets' must be a whole number, 1 or above; it is '0'")]
    [InlineData("bohb", "randomShare", "1.5", "'ScheduleOptions.randomShare' must be a number from 0 to 1")]
    [InlineData("asha", "brackets", "2", "'ScheduleOptions.brackets' is no option of the schedule 'asha'")]
    [InlineData(null, "bracket", "2", "'ScheduleOptions.bracket' is no option of the schedule 'forecast'")]
    public void Create_OptionsThatTheScheduleHasNot_AreRefused(string? schedule, string option, string value, string expected)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal) { [option] = value };
        Assert.Contains(
            expected,
            Assert.Throws<ArgumentException>(() => Study.Create(Line, Options("abh") with { Schedule = schedule, ScheduleOptions = given })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TrialThatRunsAgain_BeginsWhereItsFirstRunBegan()
    {
        ConcurrentDictionary<int, int> runs = new();
        ConcurrentBag<string> spoilt = [];
        using Study study = Study.Create(Line, Options("asha") with { Folder = _folder, Retry = RetryPolicy.Parse(1, kinds: null) });

        await study.RunAsync(new InProcessExecutor(async (point, trial) =>
        {
            string file = Path.Combine(trial.Checkpoint!, "state");
            if (File.Exists(file) && await File.ReadAllTextAsync(file) != "good")
            {
                spoilt.Add(file);
            }

            bool isFirst = runs.AddOrUpdate(trial.Number, 1, (_, run) => run + 1) == 1;
            await File.WriteAllTextAsync(file, isFirst ? "half" : "good");
            return isFirst ? throw new InvalidOperationException("once") : point[0];
        }));

        Assert.Empty(spoilt);
    }

    [Fact]
    public void Create_OldStudyOfFormat2_OpensUnchangedAndGoesOnWithoutBudgets()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Storage", "Journals", "format-2.jsonl"), Path.Combine(_folder, JournalStore.FileName));

        using Study study = Study.Create(Line, new StudyOptions { Folder = _folder });

        Assert.Equal(
            [TrialState.Complete, TrialState.Pruned, TrialState.Failed, TrialState.Complete, TrialState.Running], study.Trials.Select(trial => trial.State));
        Assert.All(study.Trials, trial => Assert.Null(trial.Budget));
        Assert.Equal((null, null, 2), (study.Header.Fidelity, study.Header.Schedule, study.Header.Format));
        Assert.Equal(3, study.Best!.Number);
        Assert.Null(study.Ask()!.Budget);
    }

    [Fact]
    public void Create_OtherBudgetsOrScheduleThanRecorded_AreDifferences()
    {
        Study.Create(Line, Options("asha") with { Folder = _folder }).Dispose();

        StudyMismatchException error = Assert.Throws<StudyMismatchException>(
            () => Study.Create(Line, Options("abh") with { Folder = _folder, Fidelity = new Fidelity(1, 81) }));
        using Study same = Study.Create(Line, new StudyOptions { Folder = _folder });

        Assert.Contains("budgets", error.Message, StringComparison.Ordinal);
        Assert.Contains("schedule", error.Message, StringComparison.Ordinal);
        Assert.Equal((new Fidelity(1, 9), "asha"), (same.Header.Fidelity, same.Header.Schedule));
    }

    [Fact]
    public void Create_MethodThatIsASchedule_IsTakenForOne()
    {
        using Study study = Study.Create(Line, new StudyOptions { Method = "abh", Fidelity = new Fidelity(1, 9) });

        Assert.Equal(("abh", "auto"), (study.Header.Schedule, study.Header.Method));
    }

    [Theory]
    [InlineData(5, 1, 3, "'Fidelity.Max' must be above 'Fidelity.Min' (5); it is '1'")]
    [InlineData(1, 9, 1, "'Fidelity.Eta' must be a number above 1; it is '1'")]
    [InlineData(0, 9, 3, "'Fidelity.Min' must be")]
    public void Create_BudgetsThatMakeNoSense_AreRefused(long min, long max, double eta, string expected) => Assert.Contains(
        expected,
        Assert.Throws<ArgumentException>(() => Study.Create(Line, new StudyOptions { Fidelity = new Fidelity(min, max, eta) })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Create_ScheduleWithAPrunerThatChoosesToo_IsRefused() => Assert.Contains(
        "'Pruner' must not choose among trials where the schedule 'abh' does",
        Assert.Throws<ArgumentException>(() => Study.Create(Line, Options("abh") with { Pruner = new AshaPruner() })).Message,
        StringComparison.Ordinal);

    public static TheoryData<string, string> Apart { get; } = new()
    {
        { "stages", "'Stages' cannot be had together with budgets, for a stage would end with its brackets half full" },
        { "race", "'Race' cannot be had together with budgets, for points at different budgets are not ranked by one mean" },
        { "front", "'Directions' must be one where trials have budgets, for the trials of a front have no order" },
    };

    /// <summary>Also where budgets are known from the journal alone.</summary>
    [Theory]
    [MemberData(nameof(Apart))]
    public void Create_WhatDoesNotGoTogetherWithBudgets_IsRefusedWithTheReason(string what, string expected)
    {
        StudyOptions asked = what switch
        {
            "stages" => new StudyOptions { Stages = Stage.Parse("random 5; tpe") },
            "race" => new StudyOptions { Race = new RaceOptions() },
            _ => new StudyOptions { Directions = [Direction.Minimize, Direction.Maximize] },
        };
        Study.Create(Line, Options("abh") with { Folder = _folder }).Dispose();

        ArgumentException begun = Assert.Throws<ArgumentException>(() => Study.Create(Line, asked with { Fidelity = new Fidelity(1, 9) }));
        ArgumentException goneOn = Assert.Throws<ArgumentException>(() => Study.Create(Line, asked with { Folder = _folder }));

        Assert.Contains(expected, begun.Message, StringComparison.Ordinal);
        Assert.Contains(expected, goneOn.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ScheduleOfOnesOwn_DecidesAndIsNeededAgain()
    {
        StudyOptions options = new() { Folder = Path.Combine(_folder, "own"), Fidelity = new Fidelity(1, 9), Trials = 6, BudgetSchedule = new InTurns() };
        using (Study study = Study.Create(Line, options))
        {
            StudyResult result = await study.RunAsync(Curves());

            Assert.Equal("1 9 1 9 1 9", string.Join(' ', result.Trials.Select(trial => trial.Budget!.Amount)));
            Assert.Equal("turns", study.Header.Schedule);
        }

        using (Study again = Study.Create(Line, options with { Trials = 8 }))
        {
            Assert.Equal(8, (await again.RunAsync(Curves())).Trials.Count);
        }

        string refusal = Assert.Throws<ArgumentException>(() => Study.Create(Line, options with { BudgetSchedule = null })).Message;
        Assert.Contains("The study has a schedule of its own, 'turns'", refusal, StringComparison.Ordinal);
        Assert.Throws<StudyMismatchException>(() => Study.Create(Line, options with { BudgetSchedule = null, Schedule = "asha" }));
    }

    [Fact]
    public void Create_ScheduleOfOnesOwnWithOurName_IsRefused() => Assert.Contains(
        "'BudgetSchedule.Name' must be a name of its own",
        Assert.Throws<ArgumentException>(
            () => Study.Create(Line, new StudyOptions { Fidelity = new Fidelity(1, 9), BudgetSchedule = new InTurns { Name = "asha" } })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Create_ScheduleWithoutBudgets_SaysWhatIsMissing() => Assert.Contains(
        "The schedule 'asha' gives budgets to trials, and the study has none.",
        Assert.Throws<ArgumentException>(() => Study.Create(Line, new StudyOptions { Schedule = "asha" })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Create_OptionsOfAScheduleWithoutBudgets_SaysWhatIsMissing() => Assert.Contains(
        "'ScheduleOptions' set up what gives budgets to trials, and the study has none.",
        Assert.Throws<ArgumentException>(() => Study.Create(Line, new StudyOptions { ScheduleOptions = ScheduleKind.Parse("brackets=2") })).Message,
        StringComparison.Ordinal);

    private static StudyOptions Options(string schedule) =>
        new() { Schedule = schedule, Fidelity = new Fidelity(1, 9), Method = "tpe", Trials = 60, Seed = 2 };

    // Half of the points are slow, so that small budgets mislead about them.
    private static InProcessExecutor Curves(bool isJittery = false) => new(async (point, trial) =>
    {
        if (isJittery)
        {
            await Task.Delay(trial.Number % 3, CancellationToken.None);
        }

        double value = 0;
        for (int step = 1; step <= trial.Budget; step++)
        {
            value = point[0] + (point[1] > 0.5 ? 1.0 / step : 1 - (step / 9.0));
            trial.Report(value, step);
            if (trial.ShouldPrune)
            {
                break;
            }
        }

        return value;
    });

    private static string Table(StudyResult result) => string.Join(
        '\n',
        result.Trials.Select(
            trial => FormattableString.Invariant($"{trial.Number} {trial.State} {trial.Value:R} {trial.Outcome!.Reports.Count} {trial.Budget} ")
                + string.Join(' ', trial.Point.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));

    /// <summary>Few epochs and all of them in turns.</summary>
    private sealed class InTurns : IBudgetSchedule
    {
        public string Name { get; init; } = "turns";

        public Assignment? Next(ScheduleContext context) =>
            context.MayStart ? new Assignment(new TrialBudget(context.TrialNumber % 2 == 0 ? context.Fidelity.Min : context.Fidelity.Max)) : null;
    }
}
