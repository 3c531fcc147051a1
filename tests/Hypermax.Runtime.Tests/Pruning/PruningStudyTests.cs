using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Pruning;
using Hypermax.Pruning.Curves;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Pruning;

/// <summary>Studies with a pruner: what is recorded, that they repeat, and what samplers learn from stopped trials.</summary>
public sealed class PruningStudyTests : IDisposable
{
    private static readonly SearchSpace Line = new("line", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("y", Law.Uniform, 0, 1)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax").FullName;

    public static TheoryData<string> Names { get; } = [.. Pruners.Names];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task RunAsync_ObjectiveThatObeys_RecordsStoppedTrialsWithTheirReason()
    {
        using Study study = Study.Create(Line, Options("median") with { Folder = _folder });

        StudyResult result = await study.RunAsync(Curves());

        TrialRecord[] stopped = [.. result.Trials.Where(trial => trial.State == TrialState.Pruned)];
        Assert.NotEmpty(stopped);
        Assert.All(stopped, trial =>
        {
            Assert.StartsWith("The pruner 'median' stopped the trial: its best report until step ", trial.Outcome!.Message, StringComparison.Ordinal);
            Assert.Equal(trial.Outcome.Reports[^1].Value, trial.Value);
            Assert.True(trial.Outcome.Reports.Count < 9);
        });
        Assert.Equal(TrialState.Complete, result.Best!.State);
        Assert.Contains("The pruner 'median'", await File.ReadAllTextAsync(Path.Combine(_folder, JournalStore.FileName)), StringComparison.Ordinal);
    }

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
        foreach (int part in new[] { 3, 6, 9 })
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
    [InlineData(ProposalOrder.Repeatable)]
    [InlineData(ProposalOrder.Arrival)]
    public async Task RunAsync_ObjectiveThatIgnoresTheVerdict_IsRecordedAsOfTheVerdict(ProposalOrder order)
    {
        InProcessExecutor deaf = new((point, trial) =>
        {
            for (int step = 1; step <= 9; step++)
            {
                trial.Report(point[0] + (1.0 / step), step);
            }

            return Task.FromResult(point[0]);
        });
        using Study study = Study.Create(Line, Options("median") with { Order = order });

        StudyResult result = await study.RunAsync(deaf);

        Assert.Contains(result.Trials, trial => trial.State == TrialState.Pruned && trial.Outcome!.Reports.Count == 1);
    }

    [Fact]
    public async Task RunAsync_FailedTrialThatRunsAgain_IsJudgedByItsNewReportsAlone()
    {
        Dictionary<int, int> runs = [];
        InProcessExecutor flaky = new((point, trial) =>
        {
            int run = runs[trial.Number] = runs.GetValueOrDefault(trial.Number) + 1;
            trial.Report(run == 1 ? 5 : 1, 1);
            return run == 1 ? throw new InvalidOperationException("once") : Task.FromResult(point[0]);
        });
        ThresholdPruner pruner = new() { Upper = 9 };
        using Study study = Study.Create(Line, Options("median") with { Pruner = pruner, Trials = 3, Retry = RetryPolicy.Parse(1, kinds: null) });

        StudyResult result = await study.RunAsync(flaky);

        Assert.All(result.Trials, trial => Assert.Equal([new TrialReport(1, 1)], trial.Outcome!.Reports));
    }

    [Fact]
    public void Report_StepsThatGoBackwardsOrRepeat_AreKeptAndNotJudged()
    {
        using Study study = Study.Create(Line, Options("median") with { Pruner = new ThresholdPruner { Upper = 1 } });
        Trial trial = study.Ask()!;

        trial.Report(0.5, 5);
        trial.Report(7, 3);
        trial.Report(7, 5);

        Assert.False(trial.ShouldPrune);
        trial.Report(7, 6);
        Assert.Equal("The pruner 'threshold' stopped the trial: 7 at step 6 is above 1.", trial.ReasonToStop);
        Assert.Equal([new(3, 7), new(5, 7), new(6, 7)], study.TellPruned(trial).Outcome!.Reports);
        Assert.Equal(7, study.Trials[0].Value);
    }

    [Fact]
    public void TellPruned_TrialWithoutReports_HasNoValue()
    {
        using Study study = Study.Create(Line, Options("median"));

        TrialRecord stopped = study.TellPruned(study.Ask()!);

        Assert.Equal(TrialState.Pruned, stopped.State);
        Assert.False(stopped.HasValue);
    }

    /// <summary>Where curves never cross, who is ahead at the end is ahead throughout, and no rule of ranks may stop it.</summary>
    [Theory]
    [InlineData("median")]
    [InlineData("percentile")]
    [InlineData("asha")]
    [InlineData("hyperband")]
    [InlineData("patient")]
    [InlineData("wilcoxon")]
    public void FindReason_CurvesThatNeverCross_NeverStopsTheBest(string name) =>
        Prop.ForAll(ArbMap.Default.ArbFor<double[]>().Filter(values => values.Length > 3 && values.All(double.IsFinite)), values =>
        {
            using Study study = Study.Create(Line, Options(name) with { Method = "random", Trials = 10_000 });
            double best = values.Min(Math.Abs);
            bool wasStopped = false;
            foreach (double value in values.Select(Math.Abs))
            {
                Trial trial = study.Ask()!;
                for (int step = 1; step <= 9 && !trial.ShouldPrune; step++)
                {
                    trial.Report(value - (step / 10.0 * best), step);
                }

                wasStopped |= trial.ShouldPrune && value <= best;
                _ = trial.ShouldPrune ? study.TellPruned(trial) : study.Tell(trial, value);
            }

            return !wasStopped;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void PrunedLoss_ReportsThatTell_FollowsTheLineBetweenTheBestAndTheMiddle()
    {
        PrunedLoss losses = Losses((5, 0.5), (6, 0.6), (7, 0.7), (8, 0.8), (9, 0.9));

        Assert.Equal(0.65, losses.Of(Curve(6.5, null), 6.5), 12);
        Assert.Equal(0.5, losses.Of(Curve(1, null), 1), 12);
        Assert.Equal(2, losses.Of(Curve(20, null), 20), 12);
        Assert.Equal(3, losses.Of(Curve(3, null, step: 8), 3));
        Assert.Equal(double.NaN, losses.Of(new LearningCurve(1), double.NaN));
        Assert.Equal(double.NaN, losses.Of(Curve(double.NaN, null), double.NaN));
    }

    [Fact]
    public void PrunedLoss_ReportsThatMislead_IsTheirMean()
    {
        PrunedLoss losses = Losses((5, 0.9), (6, 0.6), (7, 0.9), (8, 0.6), (9, 0.5));

        Assert.Equal(0.7, losses.Of(Curve(6.5, null), 6.5), 12);
        Assert.Equal(0.7, losses.Of(Curve(60, null), 60), 12);
    }

    [Fact]
    public void PrunedLoss_OneOutlier_MovesNothingBeyondReportAndMiddle()
    {
        PrunedLoss losses = Losses((5, 0.5), (6, 0.6), (7, 0.7), (8, 0.8), (9, 1e30));

        Assert.InRange(losses.Of(Curve(0.6, null), 0.6), 0.5, 0.7);
    }

    /// <summary>Among many the chance to become the best is small for each; where reports say nothing, that is no reason to stop any.</summary>
    [Fact]
    public void Forecast_ReportsThatSayNothing_StopsNobody()
    {
        using Study study = Study.Create(Line, Options("forecast") with { Method = "random", Trials = 1000 });
        for (int i = 0; i < 60; i++)
        {
            Trial trial = study.Ask()!;
            trial.Report(0.5 + (i % 2 * 1e-3), 1);

            Assert.Null(trial.ReasonToStop);
            trial.Report(trial.Point[0], 9);
            study.Tell(trial, trial.Point[0]);
        }
    }

    private static PrunedLoss Losses(params (double Then, double Final)[] complete)
    {
        CurveTable table = new();
        foreach ((double then, double final) in complete)
        {
            table.Add(Curve(then, final));
        }

        return new PrunedLoss(table);
    }

    private static LearningCurve Curve(double then, double? final, long step = 2) => LearningCurve.Of(
        new TrialRecord
        {
            Number = 0,
            Point = new Point([0.5, 0.5]),
            State = final is null ? TrialState.Pruned : TrialState.Complete,
            Outcome = new TrialOutcome
            {
                State = final is null ? TrialState.Pruned : TrialState.Complete,
                Value = final ?? then,
                Reports = [new TrialReport(step, then)],
            },
        },
        Direction.Minimize);

    private static StudyOptions Options(string pruner) => new()
    {
        Pruner = pruner == "threshold" ? new ThresholdPruner { Upper = 1.4 } : Pruners.Create(pruner),
        Method = "tpe",
        Trials = 40,
        Seed = 2,
    };

    // Half of the trials learn fast and the other half late, so that verdicts have something to do, and all reports differ.
    private static InProcessExecutor Curves(bool isJittery = false) => new(async (point, trial) =>
    {
        double value = 0;
        for (int step = 1; step <= 9; step++)
        {
            if (isJittery && step % 4 == 1)
            {
                await Task.Delay(trial.Number % 3, CancellationToken.None);
            }

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
            trial => FormattableString.Invariant($"{trial.Number} {trial.State} {trial.Value:R} {trial.Outcome!.Reports.Count} {trial.Outcome.Message} ")
                + string.Join(' ', trial.Point.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));
}
