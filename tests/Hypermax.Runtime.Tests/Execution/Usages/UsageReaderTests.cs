using System.Diagnostics;
using Hypermax.Execution.Usages;
using Hypermax.ProcessTable;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Execution.Usages;

public sealed class UsageReaderTests : IDisposable
{
    private readonly string _study = Directory.CreateTempSubdirectory("hypermax-usage-").FullName;
    private readonly StepClock _clock = new();
    private readonly UsageReader _reader;

    public UsageReaderTests() => _reader = new UsageReader(_study, _clock);

    private static string Killed => $"{Environment.MachineName}/{int.MaxValue}/tick1";

    public void Dispose()
    {
        if (Directory.Exists(_study))
        {
            Directory.Delete(_study, recursive: true);
        }
    }

    [Fact]
    public void Read_OfALivingProcess_IsThereAtOnce()
    {
        Write(ProcessName.Self, 1, new RunningUsage(3, 1, 0.5, 10, 20));

        Assert.Equal(new RunningUsage(3, 1, 0.5, 10, 20), Look()[3]);
    }

    [Fact]
    public void Read_OfAKilledProcess_IsNothing()
    {
        Write(Killed, 1, new RunningUsage(3, 1, 0.5, 10, 20));
        Look();
        Write(Killed, 2, new RunningUsage(3, 1, 0.5, 10, 20));

        Assert.Empty(Look());
    }

    [Fact]
    public void Read_OfAnotherMachine_IsThereWhileItChanges()
    {
        Write("elsewhere/1/tick1", 1, new RunningUsage(3, 1, 0.5, 10, 20));
        Assert.Empty(Look());
        Write("elsewhere/1/tick1", 2, new RunningUsage(3, 2, 0.5, 11, 20));
        Assert.Equal(11, Look()[3].Bytes);
        _clock.Add(TimeSpan.FromSeconds(20));
        Assert.Equal(11, Look()[3].Bytes);
        _clock.Add(TimeSpan.FromSeconds(20));
        Assert.Empty(Look());
        Write("elsewhere/1/tick1", 3, new RunningUsage(3, 50, 0.5, 12, 20));
        Assert.Equal(12, Look()[3].Bytes);
    }

    [Fact]
    public void Read_OfATrialThatTwoProcessesHave_IsThatOfTheLaterOne()
    {
        Write("elsewhere/1/tick1", 1, new RunningUsage(3, 60, 50, 10, 20));
        Look();
        Write("elsewhere/1/tick1", 2, new RunningUsage(3, 60, 50, 10, 20));
        Write(ProcessName.Self, 1, new RunningUsage(3, 2, 1, 30, 30));

        Assert.Equal(30, Look()[3].Bytes);
    }

    [Fact]
    public void Read_BesideTornFiles_ReadsTheOthers()
    {
        Write(ProcessName.Self, 1, new RunningUsage(3, 1, 0.5, 10, 20));
        byte[] whole = new UsageSheet(ProcessName.Self, 1, [new RunningUsage(4, 1, 1, 1, 1)]).ToJson();
        File.WriteAllBytes(Path.Combine(_study, UsageFile.FolderName, "torn" + UsageFile.Extension), whole[..^9]);
        File.WriteAllText(Path.Combine(_study, UsageFile.FolderName, "empty" + UsageFile.Extension), string.Empty);
        File.WriteAllBytes(Path.Combine(_study, UsageFile.FolderName, "huge" + UsageFile.Extension), new byte[2 << 20]);
        File.WriteAllBytes(Path.Combine(_study, UsageFile.FolderName, "draft" + UsageFile.Extension + ".tmp"), whole);

        Assert.Equal([3], Look().Keys);
    }

    [UnixFact]
    public void Read_BesideAPipe_DoesNotWait()
    {
        Write(ProcessName.Self, 1, new RunningUsage(3, 1, 0.5, 10, 20));
        using Process make = Process.Start("mkfifo", Path.Combine(_study, UsageFile.FolderName, "pipe" + UsageFile.Extension));
        make.WaitForExit();

        Assert.Equal([3], Look().Keys);
    }

    [Fact]
    public void Read_OfAFolderThatIsGone_IsNothing()
    {
        Write(ProcessName.Self, 1, new RunningUsage(3, 1, 0.5, 10, 20));
        Assert.Single(Look());
        Directory.Delete(_study, recursive: true);

        Assert.Empty(Look());
    }

    [Theory]
    [InlineData("begun")]
    [InlineData("99999999999999999999")]
    public void Read_OfAProcessOfThisMachineWithoutATime_IsNothing(string start)
    {
        Write($"{Environment.MachineName}/{Environment.ProcessId}/{start}", 1, new RunningUsage(3, 1, 0.5, 10, 20));

        Assert.Empty(Look());
    }

    [Fact]
    public void Read_OfMoreThanProcessesWrite_LeavesTheRest()
    {
        RunningUsage[] trials = [.. Enumerable.Range(0, 1000).Select(number => new RunningUsage(number, 1, 0.5, 10, 20))];
        for (int file = 0; file < 200; file++)
        {
            WriteAs($"{file}", ProcessName.Self, 1, [.. trials.Select(trial => trial with { Number = trial.Number + (1000 * file) })]);
        }

        Assert.InRange(Look().Count, 1000, 199_000);
    }

    [Fact]
    public void Read_WhileItIsReplaced_NeverFindsHalfOfIt()
    {
        UsageFile file = new(_study);
        file.Write([new RunningUsage(3, 1, 0.5, 10, 20)]);
        using CancellationTokenSource stop = new();
        Thread writer = new(() =>
        {
            for (int i = 0; !stop.IsCancellationRequested; i++)
            {
                file.Write([.. Enumerable.Range(3, 1 + (i % 100)).Select(number => new RunningUsage(number, 1, 0.5, 10, 20))]);
            }
        });
        writer.Start();
        int[] found = [.. Enumerable.Range(0, 300).Select(_ => Look().ContainsKey(3) ? 1 : 0)];
        stop.Cancel();
        writer.Join();

        Assert.Equal(300, found.Sum());
    }

    // So much later that it is read anew.
    private IReadOnlyDictionary<int, RunningUsage> Look()
    {
        _clock.Add(TimeSpan.FromSeconds(1));
        return _reader.Read();
    }

    private void Write(string process, long stamp, params RunningUsage[] usages) => WriteAs(process.Replace('/', '-'), process, stamp, usages);

    private void WriteAs(string name, string process, long stamp, RunningUsage[] usages)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_study, UsageFile.FolderName)).FullName;
        File.WriteAllBytes(Path.Combine(folder, name + UsageFile.Extension), new UsageSheet(process, stamp, usages).ToJson());
    }

    private sealed class StepClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Add(TimeSpan time) => _ticks += time.Ticks;
    }
}
