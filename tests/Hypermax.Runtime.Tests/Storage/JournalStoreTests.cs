using Hypermax.Execution.InProcess;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Studies;

namespace Hypermax.Tests.Storage;

public sealed class JournalStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-journal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reopen_ToldTrials_AllThereUnchanged()
    {
        TrialRecord[] before = Fill(_folder, 20);

        using Study study = Open(_folder);

        Assert.Equal(before.Select(Describe), study.Trials.Select(Describe));
        Assert.Empty(study.Recovered);
    }

    [Fact]
    public void Reopen_EveryMemberOfAnOutcome_ComesBack()
    {
        TrialOutcome outcome = new()
        {
            State = TrialState.Failed,
            Value = 12.5,
            Failure = FailureKind.Memory,
            Message = "a \"quoted\" 'text' with ä, \n and \0",
            Log = "logs/trial_0.txt",
            Position = new SourcePosition("src/Train.cs", 12, 5),
            Metrics = new Dictionary<string, double> { ["accuracy"] = 0.5, ["nan"] = double.NaN, ["inf"] = double.PositiveInfinity },
            Attributes = new Dictionary<string, string> { ["note"] = "x" },
            Reports = [new TrialReport(1, 0.9), new TrialReport(2, double.NaN)],
            Usage = new ResourceUsage(1.5, 1000, 900, 10, 20),
        };
        using (Study study = Open(_folder))
        {
            study.Tell(study.Ask()!, outcome);
        }

        using Study again = Open(_folder);
        TrialOutcome read = again.Trials[0].Outcome!;

        Assert.Equal(outcome.Message, read.Message);
        Assert.Equal(outcome.Position, read.Position);
        Assert.Equal(outcome.Metrics.OrderBy(metric => metric.Key), read.Metrics.OrderBy(metric => metric.Key));
        Assert.Equal(outcome.Attributes, read.Attributes);
        Assert.Equal(outcome.Reports, read.Reports);
        Assert.Equal(outcome.Usage, read.Usage);
        Assert.Equal((outcome.State, outcome.Value, outcome.Failure, outcome.Log), (read.State, read.Value, read.Failure, read.Log));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Reopen_TrialThatWasTriedAgain_HasTheReportsOfItsLastRun(int reports)
    {
        int runs = 0;
        InProcessExecutor executor = new((_, trial) =>
        {
            bool isFirst = ++runs == 1;
            for (int step = 0; step < (isFirst ? 2 : reports); step++)
            {
                trial.Report(isFirst ? -1 : step, step);
                trial.Report(isFirst ? -1 : step + 0.5, step);
            }

            return isFirst ? throw new IOException("flaky") : Task.FromResult(1.0);
        });
        IReadOnlyList<TrialReport> live;
        using (Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = _folder, Method = "random", Trials = 1, Retry = new RetryPolicy(1) }))
        {
            live = (await study.RunAsync(executor)).Trials[0].Outcome!.Reports;
        }

        using Study again = Open(_folder, seed: 0);

        Assert.Equal(Enumerable.Range(0, reports).Select(step => new TrialReport(step, step + 0.5)), live);
        Assert.Equal(live, again.Trials[0].Outcome!.Reports);
    }

    [Fact]
    public void Reopen_SamplerContinues_SamePointsAsUninterrupted()
    {
        string other = Path.Combine(_folder, "other");
        TrialRecord[] whole = Fill(other, 20);
        string halved = Path.Combine(_folder, "halved");
        Fill(halved, 9);

        TrialRecord[] resumed = Fill(halved, 11);

        Assert.Equal(whole.Select(Describe), resumed.Select(Describe));
    }

    [Fact]
    public void Reopen_CutOffAtEveryByte_KeepsEveryWholeRecord()
    {
        Fill(_folder, 2);
        byte[] journal = File.ReadAllBytes(Path.Combine(_folder, JournalStore.FileName));
        string[] lines = System.Text.Encoding.UTF8.GetString(journal).Split('\n');
        string cut = Path.Combine(_folder, "cut");
        Directory.CreateDirectory(cut);

        for (int length = lines[0].Length + 1; length <= journal.Length; length++)
        {
            File.WriteAllBytes(Path.Combine(cut, JournalStore.FileName), journal[..length]);
            string[] left = [.. System.Text.Encoding.UTF8.GetString(journal, 0, length).Split('\n').Where(line => line.Length > 0)];
            int told = left.Count(line => line.Contains("\"type\":\"finish\"") && lines.Contains(line));
            using (Study study = Open(cut))
            {
                Assert.Equal(told, study.Trials.Count(trial => trial.IsFinished));
                Assert.Equal(!lines.Contains(left[^1]), study.Recovered.Any(text => text.Contains("cut off")));

                // Forcing a record to the disk is what takes time here, and all cuts within one record are alike to what follows.
                if (length % 16 != 0 && journal[length - 1] != '\n' && length < journal.Length && journal[length] != '\n')
                {
                    continue;
                }

                study.Tell(study.Ask()!, 0.5);
            }

            using Study again = Open(cut);
            Assert.Equal(told + 1, again.Trials.Count(trial => trial.IsFinished));
        }
    }

    [Fact]
    public void Reopen_HeaderCutOff_BeginsAnew()
    {
        Fill(_folder, 1);
        string path = Path.Combine(_folder, JournalStore.FileName);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..40]);

        using Study study = Open(_folder);

        Assert.Empty(study.Trials);
        Assert.Contains("cut off", Assert.Single(study.Recovered));
    }

    [Fact]
    public void Reopen_OneByteFlippedInTheMiddle_OtherRecordsSurvive()
    {
        Fill(_folder, 10);
        string path = Path.Combine(_folder, JournalStore.FileName);
        string[] lines = File.ReadAllText(path).Split('\n');
        int damaged = Array.FindIndex(lines, line => line.Contains("\"type\":\"start\"") && line.Contains("\"trial\":5,"));
        lines[damaged] = lines[damaged].Replace("\"trial\":5,", "\"trial\":6,");
        File.WriteAllText(path, string.Join('\n', lines));

        using Study study = Open(_folder);

        Assert.Equal(10, study.Trials.Count(trial => trial.IsComplete));
        Assert.Contains($"line {damaged + 1}", Assert.Single(study.Recovered));
    }

    [Fact]
    public void Reopen_RunningTrial_RunAgainWithTheSameNumberAndPoint()
    {
        Point point;
        using (Study study = Open(_folder))
        {
            study.Tell(study.Ask()!, 1);
            point = study.Ask()!.Point;
        }

        using Study again = Open(_folder);
        Trial trial = again.Ask()!;

        Assert.Equal(1, trial.Number);
        Assert.Equal(point, trial.Point);
        Assert.Contains("run again: 1", Assert.Single(again.Recovered));
    }

    [Fact]
    public void Open_FolderOwnedByThisProcess_RefusedWithItsId()
    {
        using Study study = Open(_folder);

        StudyInUseException error = Assert.Throws<StudyInUseException>(() => Open(_folder));

        Assert.Contains($"process {Environment.ProcessId}", error.Message);
    }

    [Fact]
    public void Open_OtherSpace_Refused()
    {
        Fill(_folder, 1);
        SearchSpace other = new("mixed", [new NumericParameter("x", Law.Uniform, 0, 1)]);

        Assert.Throws<StudyMismatchException>(() => Study.Create(other, new StudyOptions { Folder = _folder, Method = "random" }));
    }

    [Fact]
    public void Open_NewerFormat_RefusedByNumber()
    {
        using (JournalStore store = new(_folder))
        {
            store.Begin(
                new StudyHeader
                {
                    Format = 99,
                    Name = "n",
                    Space = TestSpaces.Mixed,
                    Seed = 0,
                    Method = "random",
                    Version = "9.9",
                    Created = DateTimeOffset.UnixEpoch,
                });
        }

        JournalFormatException error = Assert.Throws<JournalFormatException>(() => Open(_folder));

        Assert.Contains("format 99", error.Message);
    }

    [Fact]
    public void Shared_TwoStores_NoNumberTwiceAndEachSeesTheOther()
    {
        using JournalStore first = new(_folder, sharing: JournalSharing.Shared);
        using JournalStore second = new(_folder, sharing: JournalSharing.Shared);
        using Study one = Study.Create(TestSpaces.Mixed, new StudyOptions { Store = first, Method = "random", Order = ProposalOrder.Arrival });
        using Study two = Study.Create(TestSpaces.Mixed, new StudyOptions { Store = second, Method = "random", Order = ProposalOrder.Arrival });

        Parallel.For(0, 40, i =>
        {
            Study study = i % 2 == 0 ? one : two;
            Trial trial = study.Ask()!;
            study.Tell(trial, trial.Number);
        });

        Assert.Equal(Enumerable.Range(0, 40), one.Trials.Select(trial => trial.Number));
        Assert.Equal(one.Trials.Select(Describe), two.Trials.Select(Describe));
        Assert.All(one.Trials, trial => Assert.Equal(trial.Number, trial.Value));
    }

    private static Study Open(string folder, long seed = 11) =>
        Study.Create(TestSpaces.Mixed, new StudyOptions { Folder = folder, Method = "random", Seed = seed });

    private static TrialRecord[] Fill(string folder, int trials)
    {
        using Study study = Open(folder);
        for (int i = 0; i < trials; i++)
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, TestSpaces.Loss(trial.Point));
        }

        return [.. study.Trials];
    }

    private static string Describe(TrialRecord trial) =>
        FormattableString.Invariant($"{trial.Number} {trial.State} {trial.Value:R} {string.Join(' ', trial.Point.Select(value => value.ToString("R")))}");
}
