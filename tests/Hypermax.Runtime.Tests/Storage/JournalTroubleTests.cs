using Hypermax.Execution.InProcess;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Studies;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Storage;

/// <summary>Disks that are full or read-only, and clocks that run backwards.</summary>
public class JournalTroubleTests
{
    [UnixFact]
    public async Task Read_PipeForAJournal_IsRefusedAndNotWaitedFor()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-pipe-").FullName;
        using (System.Diagnostics.Process make = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(folder, JournalStore.FileName)]))
        {
            await make.WaitForExitAsync();
        }

        IOException read = await Assert.ThrowsAsync<IOException>(() => Task.Run(() => JournalSnapshot.Read(folder)).WaitAsync(TimeSpan.FromSeconds(30)));
        IOException write = await Assert.ThrowsAsync<IOException>(() => Task.Run(() => new JournalStore(folder)).WaitAsync(TimeSpan.FromSeconds(30)));

        Directory.Delete(folder, recursive: true);
        Assert.Contains("is no ordinary file", read.Message, StringComparison.Ordinal);
        Assert.Contains("is no ordinary file", write.Message, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public void Tell_DiskFull_ThrowsAndKeepsEveryTrialThatWasTold()
    {
        using SmallDisk disk = new(kibibytes: 64);
        string folder = Path.Combine(disk.Folder, "study");
        List<string> told = [];
        string refused = "";
        using (Study study = Open(folder))
        {
            Assert.Throws<IOException>(() =>
            {
                File.WriteAllBytes(Path.Combine(disk.Folder, "filler"), new byte[40 * 1024]);
                while (told.Count < 10_000)
                {
                    Trial trial = study.Ask()!;
                    double loss = TestSpaces.Loss(trial.Point);
                    refused = FormattableString.Invariant($"{trial.Number} Complete {loss}");
                    told.Add(Describe(study.Tell(trial, loss)));
                }
            });
        }

        File.Delete(Path.Combine(disk.Folder, "filler"));
        using Study again = Open(folder);
        TrialRecord[] kept = [.. again.Trials.Where(trial => trial.IsFinished)];

        Assert.NotEmpty(told);
        Assert.Equal(told, kept.Take(told.Count).Select(Describe));

        // The disk may end right between the last record and its line feed: that record was refused, and yet it is whole.
        Assert.True(kept.Length == told.Count || Describe(Assert.Single(kept.Skip(told.Count))) == refused);
        Trial next = again.Ask()!;
        again.Tell(next, 1);
        Assert.Equal(kept.Length, next.Number);
    }

    [SmallDiskFact]
    public void Open_ReadOnlyFolder_SaysSoAndJournalCanStillBeRead()
    {
        using SmallDisk disk = new(kibibytes: 256);
        string folder = Path.Combine(disk.Folder, "study");
        using (Study study = Open(folder))
        {
            study.Tell(study.Ask()!, 0.5);
        }

        disk.MakeReadOnly();

        IOException error = Assert.ThrowsAny<IOException>(() => Open(folder));
        Assert.Contains("Read-only file system", error.Message, StringComparison.Ordinal);
        Assert.Equal(0.5, JournalSnapshot.Read(folder).Trials[0].Value);
        Assert.Empty(JournalInspection.Read(folder).Damaged);

        disk.MakeWritable();
        using Study again = Open(folder);
        Assert.Equal(0.5, again.Best!.Value);
    }

    [Fact]
    public async Task Run_ClockSetBackMeanwhile_DurationsAndResumeAreRight()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            BackwardClock clock = new();
            StudyOptions options = new() { Folder = folder, Method = "random", Trials = 5, Clock = clock };
            InProcessExecutor executor = new((vector, _) => Task.FromResult(TestSpaces.Loss(vector)));
            using (Study study = Study.Create(TestSpaces.Mixed, options))
            {
                await study.RunAsync(executor);
                Assert.All(study.Trials, trial => Assert.InRange(trial.Duration, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
            }

            using Study again = Study.Create(TestSpaces.Mixed, options with { Trials = 8 });
            StudyResult result = await again.RunAsync(executor);

            Assert.Equal(Enumerable.Range(0, 8), result.Trials.Select(trial => trial.Number));
            Assert.All(result.Trials, trial => Assert.True(trial.IsComplete));
            Assert.Empty(again.Recovered);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Study Open(string folder) => Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder, Method = "random", Seed = 11 });

    private static string Describe(TrialRecord trial) => FormattableString.Invariant($"{trial.Number} {trial.State} {trial.Value:R}");

    /// <summary>Every reading of the wall clock is an hour before the last one; time spans are measured as always.</summary>
    private sealed class BackwardClock : TimeProvider
    {
        private int _readings;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(-Interlocked.Increment(ref _readings));
    }
}
