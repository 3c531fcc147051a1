using System.Globalization;
using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Sampling;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Studies;

/// <summary>Same seed, same trials: with any number of workers and after a resume, for every method.</summary>
public sealed class RepeatabilityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax").FullName;

    public static TheoryData<string> Methods { get; } = [.. Samplers.Names];

    public static TheoryData<string> MethodsOfSeveral { get; } =
        [.. Samplers.Names.Where(name => name is not "grid" && Samplers.Create(name).TakesSeveralObjectives)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task RunAsync_OneTwoAndEightWorkersAtOneLag_SameTable(string method)
    {
        string one = await RunAsync(workers: 1);

        Assert.Equal(one, await RunAsync(workers: 2));
        Assert.Equal(one, await RunAsync(workers: 8));

        async Task<string> RunAsync(int workers)
        {
            using Study study = Study.Create(SpaceFor(method), Options(method) with { Workers = workers });
            return Table(await study.RunAsync(new JitteryExecutor()));
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task RunAsync_JournalCutOffAnywhere_SameTableAsUninterrupted(string method)
    {
        string whole = Path.Combine(_folder, "whole");
        string expected = await RunAsync(whole);
        byte[] journal = await File.ReadAllBytesAsync(Path.Combine(whole, JournalStore.FileName));

        // In the middle of a record as a rule, with several trials running.
        foreach (int part in new[] { 2, 5, 8 })
        {
            string torn = Path.Combine(_folder, part.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(torn);
            await File.WriteAllBytesAsync(Path.Combine(torn, JournalStore.FileName), journal[..(journal.Length * part / 10)]);

            Assert.Equal(expected, await RunAsync(torn));
        }

        async Task<string> RunAsync(string folder)
        {
            using Study study = Study.Create(SpaceFor(method), Options(method) with { Workers = 4, Folder = folder });
            return Table(await study.RunAsync(new JitteryExecutor()));
        }
    }

    [Theory]
    [MemberData(nameof(MethodsOfSeveral))]
    public async Task RunAsync_SeveralObjectivesAndAConstraint_SameTableWithAnyWorkersAndAfterACut(string method)
    {
        string whole = Path.Combine(_folder, "whole");
        string expected = await RunAsync(workers: 1, whole);

        Assert.Equal(expected, await RunAsync(workers: 2, folder: null));
        Assert.Equal(expected, await RunAsync(workers: 8, folder: null));
        byte[] journal = await File.ReadAllBytesAsync(Path.Combine(whole, JournalStore.FileName));
        string torn = Path.Combine(_folder, "torn");
        Directory.CreateDirectory(torn);
        await File.WriteAllBytesAsync(Path.Combine(torn, JournalStore.FileName), journal[..(journal.Length * 6 / 10)]);
        Assert.Equal(expected, await RunAsync(workers: 4, torn));

        async Task<string> RunAsync(int workers, string? folder)
        {
            StudyOptions options = Options(method) with
            {
                Directions = [Direction.Minimize, Direction.Maximize, Direction.Minimize],
                Constraints = [new OutcomeConstraint("sum", AtMost: 1.4)],
                Workers = workers,
                Folder = folder,
            };
            using Study study = Study.Create(SpaceFor(method), options);
            return Table(await study.RunAsync(new JitteryExecutor(isSeveral: true)));
        }
    }

    private static SearchSpace SpaceFor(string method) => method == "grid" ? SamplerSpaces.Finite : SamplerSpaces.Branches;

    // These propose from a model from their ninth trial or so on.
    private static bool IsSlow(string method) => method is "gp" or "auto";

    private static StudyOptions Options(string method) => new() { Method = method, Lag = 8, Trials = IsSlow(method) ? 24 : 32, Seed = 3 };

    private static string Table(StudyResult result) => string.Join(
        '\n',
        result.Trials.Select(
            trial => FormattableString.Invariant($"{trial.Number} {trial.State} {string.Join(',', trial.Values)} {trial.IsFeasible} ")
                + FormattableString.Invariant($"{string.Join(' ', trial.Point.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}")));

    /// <summary>Ends trials out of order: those with small numbers take longest within each group of eight; every ninth fails.</summary>
    private sealed class JitteryExecutor(bool isSeveral = false) : IExecutor
    {
        public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
        {
            await Task.Delay(7 - (job.Number % 8), CancellationToken.None);
            double value = SamplerRun.Hash(job.Point.ToArray());
            double[] values = [value, (value * 7) % 1, (value * 31) % 1];
            return job.Number % 9 == 8 ? TrialOutcome.Fail(FailureKind.Exception, "unlucky")
                : !isSeveral ? TrialOutcome.Of(value)
                : TrialOutcome.Of(values) with { Constraints = [new ConstraintValue(new OutcomeConstraint("sum"), values.Sum())] };
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
