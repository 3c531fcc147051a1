using System.Globalization;
using Hypermax.Execution;
using Hypermax.Numerics;
using Hypermax.Pruning;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Racing;

namespace Hypermax.Tests.Studies.Racing;

/// <summary>Searches whose leading points are evaluated again.</summary>
public sealed class RacingTests : IDisposable
{
    private static readonly SearchSpace Space = new("valley", [new NumericParameter("x", Law.Uniform, -1, 1), new NumericParameter("y", Law.Uniform, -1, 1)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Ask_NoisyObjective_RepeatsAFifthAtMostAndMostlyLate()
    {
        using Study study = Run(Options(1), noise: 0.2);

        TrialRecord[] repeats = [.. study.Trials.Where(Race.IsRepeat)];
        Assert.InRange(repeats.Length, 12, 20);
        Assert.InRange(repeats.Count(trial => trial.Number < 50), 1, repeats.Length / 2);
        Assert.All(repeats, repeat => Assert.Contains(study.Trials.Take(repeat.Number), earlier => earlier.Point.Equals(repeat.Point)));
        Assert.All(repeats, repeat => Assert.StartsWith("trial ", repeat.Insight!.Note, StringComparison.Ordinal));
    }

    [Fact]
    public void Best_NoisyObjective_IsTheMeanOfItsPoint()
    {
        using Study study = Run(Options(2), noise: 0.2);

        TrialRecord best = study.Best!;
        double[] values = [.. study.Trials.Where(trial => trial.Point.Equals(best.Point)).Select(trial => trial.Value)];
        Assert.True(values.Length > 1);
        Assert.Equal(values.Average(), best.Value, 12);
        Assert.Equal(values.Length, best.Outcome!.Metrics["repeats"]);
        Assert.False(Race.IsRepeat(best));
    }

    [Fact]
    public void Best_ManySearchesOfANoisyObjective_IsTrulyBetterThanTheLuckiestTrial()
    {
        double raced = Enumerable.Range(0, 40).Average(seed => Regret(Options(seed)));
        double luckiest = Enumerable.Range(0, 40).Average(seed => Regret(Options(seed) with { Race = null }));

        Assert.True(raced < 0.9 * luckiest, FormattableString.Invariant($"{raced} against {luckiest}"));

        static double Regret(StudyOptions options)
        {
            using Study study = Run(options, noise: 0.2);
            return Loss(study.Best!.Point);
        }
    }

    [Fact]
    public void Ask_ObjectiveWithoutNoise_IsLeftAloneAfterThreeRepeats()
    {
        using Study study = Run(Options(1), noise: 0);

        Assert.Equal(3, study.Trials.Count(Race.IsRepeat));
    }

    [Fact]
    public void Ask_PointsThatAreFarApart_RaceEndsWhenTheyAreToldApart()
    {
        SearchSpace space = new("steps", [new NumericParameter("step", Law.Uniform, 0, 80, isInteger: true)]);
        using Study study = Study.Create(space, Options(0) with { Method = "random", Trials = 60 });
        Fill(study, (trial, number) => trial.Point[0] + (0.01 * new SeedStream(0, number, "noise").NextNormal()));

        // Three repeats to know the noise; by then the leader is a hundred deviations ahead.
        Assert.Equal(3, study.Trials.Count(Race.IsRepeat));
        Assert.Equal(study.Trials.Min(trial => trial.Point[0]), study.Best!.Point[0]);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(0.5, 0.6)]
    public void Ask_ValueFixedOrRangeNarrowedByAPerson_NoRepeats(double low, double high)
    {
        using Study study = Study.Create(Space, Options(1));
        if (low == high)
        {
            study.Fix("x", low);
        }
        else
        {
            study.Narrow("x", low, high);
        }

        Fill(study, Noisy(0.2));

        Assert.DoesNotContain(study.Trials, Race.IsRepeat);
    }

    [Fact]
    public void Front_OneNoisyObjective_IsTheBest()
    {
        using Study study = Run(Options(2), noise: 0.2);

        TrialRecord only = Assert.Single(study.Front);
        Assert.Equal((study.Best!.Number, study.Best.Value), (only.Number, only.Value));
    }

    [Fact]
    public void Report_RepeatThatLooksWorse_IsNotStopped()
    {
        using Study study = Study.Create(Space, Options(1) with { Pruner = Pruners.Create("median") });
        Fill(study, (trial, number) =>
        {
            // Every third looks bad, a repeat or not.
            trial.Report(number % 3 == 2 ? 100 : 0, 1);
            return trial.ShouldPrune ? double.NaN : Loss(trial.Point) + (0.2 * new SeedStream(0, number, "noise").NextNormal());
        });

        Assert.Contains(study.Trials, trial => trial.State == TrialState.Pruned);
        Assert.Contains(study.Trials, Race.IsRepeat);
        Assert.All(study.Trials.Where(Race.IsRepeat), trial => Assert.Equal(TrialState.Complete, trial.State));
    }

    [Fact]
    public async Task RunAsync_OneTwoAndEightWorkers_SameTable()
    {
        string one = await RunAsync(1);

        Assert.Contains("race", one, StringComparison.Ordinal);
        Assert.Equal(one, await RunAsync(2));
        Assert.Equal(one, await RunAsync(8));

        static async Task<string> RunAsync(int workers)
        {
            using Study study = Study.Create(Space, Options(3) with { Lag = 8, Workers = workers });
            return Table((await study.RunAsync(new NoisyExecutor())).Trials);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(9)]
    public async Task RunAsync_JournalCutOff_SameTableAndBestAsUninterrupted(int tenths)
    {
        string whole = Path.Combine(_folder, "whole");
        (string table, TrialRecord best) = await RunAsync(whole);
        byte[] journal = await File.ReadAllBytesAsync(Path.Combine(whole, JournalStore.FileName));
        string torn = Path.Combine(_folder, "torn");
        Directory.CreateDirectory(torn);
        await File.WriteAllBytesAsync(Path.Combine(torn, JournalStore.FileName), journal[..(journal.Length * tenths / 10)]);

        (string again, TrialRecord bestAgain) = await RunAsync(torn);

        Assert.Equal(table, again);
        Assert.Equal((best.Number, best.Value), (bestAgain.Number, bestAgain.Value));

        static async Task<(string Table, TrialRecord Best)> RunAsync(string folder)
        {
            using Study study = Study.Create(Space, Options(3) with { Lag = 4, Workers = 4, Folder = folder });
            StudyResult result = await study.RunAsync(new NoisyExecutor());
            return (Table(result.Trials), result.Best!);
        }
    }

    [Fact]
    public void Create_NumbersOutOfRange_AllAreNamed()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Study.Create(
            Space, new StudyOptions { Race = new RaceOptions { Share = 0.6, Leaders = 1, MostRepeats = 1, Confidence = 1 } }));

        string[] names = ["Race.Share", "Race.Leaders", "Race.MostRepeats", "Race.Confidence"];
        Assert.All(names, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    private static StudyOptions Options(int seed) => new() { Method = "tpe", Trials = 100, Seed = seed, Race = new RaceOptions() };

    private static double Loss(Point point) => (point[0] * point[0]) + (point[1] * point[1]);

    private static Study Run(StudyOptions options, double noise)
    {
        Study study = Study.Create(Space, options);
        Fill(study, Noisy(noise));
        return study;
    }

    private static Func<Trial, int, double> Noisy(double noise) =>
        (trial, number) => Loss(trial.Point) + (noise * new SeedStream(trial.Seed, number, "noise").NextNormal());

    private static void Fill(Study study, Func<Trial, int, double> objective)
    {
        for (int number = 0; number < study.Options.Trials; number++)
        {
            Trial trial = study.Ask()!;
            double value = objective(trial, number);
            _ = double.IsNaN(value) ? study.TellPruned(trial) : study.Tell(trial, value);
        }
    }

    private static string Table(IReadOnlyList<TrialRecord> trials) => string.Join(
        '\n',
        trials.Select(trial => string.Create(CultureInfo.InvariantCulture, $"{trial.Number} {trial.Insight!.Method} {trial.Value:R} {trial.Point}")));

    private sealed class NoisyExecutor : IExecutor
    {
        public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
        {
            await Task.Delay(3 - (job.Number % 4), CancellationToken.None);
            return TrialOutcome.Of(Loss(job.Point) + (0.2 * new SeedStream(job.Seed, 0, "noise").NextNormal()));
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
