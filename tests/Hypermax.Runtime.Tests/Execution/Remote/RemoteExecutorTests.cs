using Hypermax.Chaos.Cases;
using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Remote;
using Hypermax.Execution.Usages;

namespace Hypermax.Tests.Execution.Remote;

public sealed class RemoteExecutorTests : IDisposable
{
    private static readonly SearchSpace Space = new(
        "One", [new NumericParameter("x", Law.Uniform, 0, 10), new CategoricalParameter("word", ["it's \"$HOME\" `x`"])]);
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-remote-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_Values_ArriveAsTheyAre()
    {
        TrialOutcome outcome = await RunAsync(
            new RemoteSpec { Hosts = [new("one")], Ssh = Built.Ssh, Command = "read -r json; printf '%s\\n' \"$json\" {word} >&2; echo {x}" });

        Assert.Equal((TrialState.Complete, 2.5), (outcome.State, outcome.Value));
        Assert.Equal("one", outcome.Attributes["host"]);
        Assert.Equal(
            ["2.5", "it's \"$HOME\" `x`", "{\"x\":2.5,\"word\":\"it's \\\"$HOME\\\" `x`\"}"],
            (await File.ReadAllLinesAsync(Path.Combine(_folder, outcome.Log!))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_Work_ItsProcessorTimeIsRecordedAndNotInTheLog()
    {
        TrialOutcome outcome = await RunAsync(
            new RemoteSpec { Hosts = [new("one")], Ssh = Built.Ssh, Command = "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; printf half >&2; echo 1" });

        Assert.True(outcome.Usage!.CpuSeconds > 0.005, outcome.Usage.ToString());
        Assert.Contains(await File.ReadAllTextAsync(Path.Combine(_folder, outcome.Log!)), new[] { "half1\n", "1\nhalf" });
    }

    // The client here is a program of .NET, which takes more than a shell and what it waits for.
    [Fact]
    public async Task Run_WhileItRuns_ItIsToldWhatItUsesOnItsHost()
    {
        string ended = Path.Combine(_folder, "ended");
        Task<TrialOutcome> trial = RunAsync(new RemoteSpec
        {
            Hosts = [new("one")],
            Ssh = Built.Ssh,
            Command = $"printf begun >&2; while ! [ -e {ended} ]; do sleep 0.1; done; printf over >&2; echo 1",
        });
        UsageReader reader = new(_folder, TimeProvider.System);
        RunningUsage usage;
        while (!reader.Read().TryGetValue(1, out usage))
        {
            Assert.False(trial.IsCompleted);
            await Task.Delay(50);
        }

        await File.WriteAllTextAsync(ended, string.Empty);
        TrialOutcome outcome = await trial;

        Assert.InRange(usage.Bytes, 1, 25 << 20);
        Assert.False(usage.IsShared || double.IsNaN(usage.CpuSeconds));
        Assert.False(Directory.Exists(Path.Combine(_folder, UsageFile.FolderName)));
        Assert.Contains(await File.ReadAllTextAsync(Path.Combine(_folder, outcome.Log!)), new[] { "begunover1\n", "begun1\nover" });
    }

    [Fact]
    public async Task Run_SilentTrial_IsEndedAlthoughItIsToldWhatItUses()
    {
        await using RemoteExecutor executor = await RemoteExecutor.CreateAsync(
            new RemoteSpec { Hosts = [new("one")], Ssh = Built.Ssh, Command = "sleep 600; echo 1" },
            Space,
            new CommandOptions { Limits = new TrialLimits { Silence = TimeSpan.FromSeconds(4), MemoryBytes = 1L << 40, Grace = TimeSpan.Zero } });

        Assert.Equal(FailureKind.Silence, (await executor.RunAsync(Job(), default).WaitAsync(TimeSpan.FromMinutes(5))).Failure);
    }

    [Fact]
    public async Task Run_Slots_AreSpreadOverHosts()
    {
        await using RemoteExecutor executor = await RemoteExecutor.CreateAsync(
            new RemoteSpec { Hosts = [new("a", 2), new("b", 1)], Ssh = Built.Ssh, Command = "echo 1" }, Space);

        string[] hosts =
        [
            .. (await Task.WhenAll(Enumerable.Range(0, 3).Select(slot => executor.RunAsync(Job() with { Slot = slot }, default)))).Select(
                outcome => outcome.Attributes["host"]),
        ];

        Assert.Equal(["a", "b", "a"], hosts);
    }

    [Fact]
    public async Task Create_UnreachableHost_NamesIt()
    {
        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(
            () => RemoteExecutor.CreateAsync(new RemoteSpec { Hosts = [new("one"), new("unreachable.example")], Ssh = Built.Ssh, Command = "echo 1" }, Space));

        Assert.Contains("Host 'unreachable.example' cannot be reached over ssh: ssh: connect to host", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_MissingFolder_SaysSo()
    {
        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(
            () => RemoteExecutor.CreateAsync(new RemoteSpec { Hosts = [new("one")], Ssh = Built.Ssh, Command = "echo 1", Folder = _folder + "/no" }, Space));

        Assert.Contains("does not exist on host 'one'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_LimitOnTheWholeMachine_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => RemoteExecutor.CreateAsync(
                new RemoteSpec { Hosts = [new("one")], Ssh = Built.Ssh, Command = "echo 1" },
                Space,
                new CommandOptions { Limits = new TrialLimits { SystemMemoryBytes = Hypermax.Execution.Watchdogs.SystemMemory.TotalBytes() - 1 } }));

    [Fact]
    public async Task Run_SlotEnvironment_ArrivesQuoted()
    {
        CommandOptions options = new() { SlotEnvironment = slot => new Dictionary<string, string?> { ["GPU"] = $"it's {slot}" } };
        await using RemoteExecutor executor = await RemoteExecutor.CreateAsync(
            new RemoteSpec { Hosts = [new("one", 2)], Ssh = Built.Ssh, Command = "[ \"$GPU\" = \"it's 1\" ] && echo 7" }, Space, options);

        Assert.Equal(7, (await executor.RunAsync(Job() with { Slot = 1 }, default)).Value);
    }

    [Fact]
    public async Task Create_UnknownParameter_IsFoundBeforeTheFirstTrial() =>
        Assert.Contains(
            "names 'y'",
            (await Assert.ThrowsAsync<ExecutorException>(
                () => RemoteExecutor.CreateAsync(new RemoteSpec { Hosts = [new("one")], Ssh = Built.Ssh, Command = "echo {y}" }, Space))).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task Create_Copy_HappensOnceForEachContent()
    {
        string from = Directory.CreateDirectory(Path.Combine(_folder, "from", "inner")).Parent!.FullName;
        string to = Path.Combine(_folder, "t o");
        await File.WriteAllTextAsync(Path.Combine(from, "inner", "score.sh"), "echo 4");
        RemoteSpec spec = new() { Hosts = [new("one")], Ssh = Built.Ssh, Command = "sh inner/score.sh", Copy = new RemoteCopy(from, to), Folder = to };

        Assert.Equal(4, (await RunAsync(spec)).Value);
        await File.WriteAllTextAsync(Path.Combine(to, "inner", "score.sh"), "echo 5");
        Assert.Equal(5, (await RunAsync(spec)).Value);
        await File.WriteAllTextAsync(Path.Combine(from, "inner", "score.sh"), "echo 6");
        Assert.Equal(6, (await RunAsync(spec)).Value);
    }

    [Fact]
    public async Task Run_ConnectionCut_EndsTheRemoteTree()
    {
        string mark = Guid.NewGuid().ToString("N");
        string started = Path.Combine(_folder, "started");
        RemoteSpec spec = new()
        {
            Hosts = [new("one")],
            Ssh = Built.Ssh,
            Command = $"export {Survivors.Variable}={mark}; sleep 600 & setsid sleep 600 & touch {started}; wait",
        };
        using CancellationTokenSource stop = new();
        await using RemoteExecutor executor = await RemoteExecutor.CreateAsync(
            spec, Space, new CommandOptions { Limits = new TrialLimits { Grace = TimeSpan.Zero } });

        // Without grace the client dies the hard way: nobody is left to say goodbye.
        Task<TrialOutcome> running = executor.RunAsync(Job(), stop.Token);
        await FileSign.AppearsAsync(started);
        await stop.CancelAsync();

        Assert.Equal(FailureKind.Cancelled, (await running).Failure);
        Assert.Empty(Survivors.Of(mark));
    }

    private async Task<TrialOutcome> RunAsync(RemoteSpec spec)
    {
        await using RemoteExecutor executor = await RemoteExecutor.CreateAsync(spec, Space);
        return await executor.RunAsync(Job(), default);
    }

    private TrialJob Job() => new() { Number = 1, Space = Space, Point = [2.5, 0], Seed = 1, StudyFolder = _folder };
}
