using System.Diagnostics;
using System.Text;
using Hypermax.Chaos.Cases;
using Hypermax.ProcessTable;
using Hypermax.Pruning;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Studies;

namespace Hypermax.Tests.Storage;

/// <summary>Several processes on one journal.</summary>
public sealed class SharedJournalTests : IDisposable
{
    private const int Trials = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-shared-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Search_ThreeProcessesOneKilled_EveryTrialOnceAndNoneTooMany()
    {
        Process[] searches =
        [
            .. Enumerable.Range(0, 3).Select(
                _ => Process.Start(new ProcessStartInfo(Built.ChaosTable, ["share", _folder, $"{Trials}"]) { RedirectStandardOutput = true })!),
        ];
        string?[] firstWords = [.. searches.Select(search => search.StandardOutput.ReadLine())];

        searches[0].Kill();
        string[] words = await Task.WhenAll(searches.Select(search => search.StandardOutput.ReadToEndAsync()));
        await Task.WhenAll(searches.Select(search => search.WaitForExitAsync()));

        int[] codes = [.. searches.Select(search => search.ExitCode)];
        Array.ForEach(searches, search => search.Dispose());
        IReadOnlyList<TrialRecord> trials = JournalSnapshot.Read(_folder).Trials;
        string[] told = [.. firstWords.Concat(words.SelectMany(text => text.Split('\n'))).Where(line => line?.Length > 0).Select(line => line!)];
        Assert.Equal([0, 0], codes[1..]);
        Assert.Equal(Enumerable.Range(0, Trials), trials.Select(trial => trial.Number));
        Assert.All(trials, trial => Assert.Equal((TrialState.Complete, trial.Point[0]), (trial.State, trial.Value)));
        Assert.Equal(told.Length, told.Distinct().Count());
        Assert.Subset(trials.Select(trial => FormattableString.Invariant($"told {trial.Number} {trial.Value:R}")).ToHashSet(), told.ToHashSet());
    }

    [Fact]
    public void Ask_TrialPastItsDeadline_RunAgainAndTheFirstOutcomeCounts()
    {
        using Process living = Process.Start("sleep", "600");
        try
        {
            ManualClock clock = new();
            using JournalStore hanging = new(_folder, clock, JournalSharing.Shared);
            using Study slow = Open(hanging, clock);
            Trial trial = slow.Ask()!;
            GiveTo(Seconds(living));
            using JournalStore other = new(_folder, clock, JournalSharing.Shared, deadline: TimeSpan.FromMinutes(10));
            using Study quick = Open(other, clock);

            Trial fresh = quick.Ask()!;
            clock.Advance(TimeSpan.FromMinutes(11));
            Trial again = quick.Ask()!;

            Assert.Equal(1, fresh.Number);
            Assert.Equal(trial.Number, again.Number);
            Assert.Equal(trial.Point, again.Point);
            Assert.NotNull(slow.AskTell.ReportFirst(trial.Number, new TrialReport(1, 10)));
            quick.Tell(again, 0.25);
            Assert.Null(slow.AskTell.TellFirst(trial.Number, TrialOutcome.Of(0.75), worker: 0, mayStart: null, out _));
            Assert.Null(slow.AskTell.VerdictOn(trial.Number));
            Assert.Equal(0.25, slow.Trials[0].Value);
        }
        finally
        {
            living.Kill();
            living.WaitForExit();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ask_OwnerOfATrialDies_RunAgainAndNotBefore(bool byTicks)
    {
        using Process living = Process.Start("sleep", "600");
        try
        {
            ManualClock clock = new();
            using (JournalStore store = new(_folder, clock, JournalSharing.Shared))
            using (Study study = Open(store, clock))
            {
                study.Ask();
            }

            GiveTo(byTicks && OperatingSystem.IsLinux() ? Ticks(living) : Seconds(living));
            using JournalStore other = new(_folder, clock, JournalSharing.Shared);
            using Study quick = Open(other, clock);

            int whileItLives = quick.Ask()!.Number;
            living.Kill();
            living.WaitForExit();

            Assert.Equal((1, 0), (whileItLives, quick.Ask()!.Number));
        }
        finally
        {
            living.Kill();
        }
    }

    [Fact]
    public void Owner_OnLinux_HasAStartThatNoClockMoves()
    {
        string[] parts = ProcessName.Self.Split('/');

        Assert.Equal(3, parts.Length);
        if (OperatingSystem.IsLinux())
        {
            using Process self = Process.GetCurrentProcess();
            Assert.Equal(Ticks(self), ProcessName.Self);
        }
    }

    [Fact]
    public void Beat_FolderGoneOrStoreClosed_DoesNotEndTheProcess()
    {
        ManualClock clock = new();
        JournalStore store = new(_folder, clock, JournalSharing.Shared);
        using (Study study = Open(store, clock))
        {
            clock.Beat();
            Assert.Contains("\"beat\"", File.ReadAllText(Path.Combine(_folder, JournalStore.FileName)), StringComparison.Ordinal);
            string elsewhere = _folder + "-moved";
            Directory.Move(_folder, elsewhere);
            clock.Beat();
            Directory.Move(elsewhere, _folder);
        }

        store.Dispose();
        clock.Beat();
    }

    // Two stores of one process have one name; a trial of another process that lives has to be written by hand.
    private void GiveTo(string name)
    {
        string path = Path.Combine(_folder, JournalStore.FileName);
        File.WriteAllBytes(path, [.. File.ReadAllLines(path).SelectMany(line =>
        {
            string body = line[..line.LastIndexOf(",\"sum\"", StringComparison.Ordinal)] + "}";
            return JournalLine.Seal(Encoding.UTF8.GetBytes(body.Replace(ProcessName.Self, name, StringComparison.Ordinal)));
        })]);
    }

    private static string Seconds(Process owner) =>
        FormattableString.Invariant($"{Environment.MachineName}/{owner.Id}/{new DateTimeOffset(owner.StartTime).ToUnixTimeSeconds()}");

    // Field 22 of proc(5); the name in the second field may hold anything but ends with the last parenthesis.
    private static string Ticks(Process owner)
    {
        string stat = File.ReadAllText(FormattableString.Invariant($"/proc/{owner.Id}/stat"));
        return FormattableString.Invariant($"{Environment.MachineName}/{owner.Id}/tick{stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19]}");
    }

    private static Study Open(JournalStore store, TimeProvider clock) => Study.Create(TestSpaces.Mixed, new StudyOptions
    {
        Store = store,
        Clock = clock,
        Method = "random",
        Order = ProposalOrder.Arrival,
        TryDefaults = false,
        Pruner = new ThresholdPruner { Upper = 9 },
    });

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks;
        private Action? _beat;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(_ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _beat = () => callback(state);
            return new Never();
        }

        public void Beat() => _beat!();

        public void Advance(TimeSpan time) => _ticks += time.Ticks;

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
