using Hypermax.Chaos.Cases;
using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Remote;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Execution.Remote;

public sealed class RealSshTests
{
    private static readonly SearchSpace Space = new(
        "One", [new NumericParameter("x", Law.Uniform, 0, 10), new CategoricalParameter("word", ["it's \"$HOME\" `x`"])]);

    [SshdFact]
    public async Task Run_OverARealServer_RunsKillsCancelsAndLeavesNothing()
    {
        await using SshServer server = await SshServer.StartAsync();
        string folder = Directory.CreateTempSubdirectory("hypermax-ssh-").FullName;
        string mark = Guid.NewGuid().ToString("N");
        RemoteSpec spec = new()
        {
            Hosts = [new("127.0.0.1")],
            SshOptions = server.Options,
            Command = "printf '%s\\n' {word} >&2; read -r json; test -n \"$json\" && echo {x}",
        };
        RemoteSpec hanging = spec with { Command = $"export {Survivors.Variable}={mark}; sleep 600 & setsid sleep 600 & trap '' TERM; sleep 600; sleep 600" };
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "score"), "echo 4");
            string to = Path.Combine(folder, "over there");
            RemoteSpec copied = spec with { Command = "sh score", Copy = new RemoteCopy(folder, to), Folder = to };

            TrialOutcome good = await RunAsync(spec, TrialLimits.None, default);
            TrialOutcome fromCopy = await RunAsync(copied, TrialLimits.None, default);
            TrialOutcome killed = await RunAsync(
                hanging, new TrialLimits { WallTime = TimeSpan.FromSeconds(1.5), Grace = TimeSpan.FromSeconds(0.2), KillLoss = 9 }, default);
            IReadOnlyList<string> afterKill = await LeftAsync(mark);
            using CancellationTokenSource stop = new(TimeSpan.FromSeconds(1.5));
            TrialOutcome cancelled = await RunAsync(hanging, new TrialLimits { Grace = TimeSpan.FromSeconds(0.2) }, stop.Token);

            Assert.True(good.State == TrialState.Complete && good.Value == 2.5, good.Message);
            Assert.True(fromCopy.Value == 4, fromCopy.Message);
            Assert.Equal((FailureKind.WallTime, 9), (killed.Failure, killed.Value));
            Assert.Equal(FailureKind.Cancelled, cancelled.Failure);
            Assert.Empty(afterKill);
            Assert.Empty(await LeftAsync(mark));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [SshdFact]
    public async Task Run_ReportOverARealServer_TheVerdictEndsTheTrialThere()
    {
        await using SshServer server = await SshServer.StartAsync();
        string mark = Guid.NewGuid().ToString("N");
        RemoteSpec spec = new()
        {
            Hosts = [new("127.0.0.1")],
            SshOptions = server.Options,
            Command = $"export {Survivors.Variable}={mark}; for step in 1 2 3 4; do echo '{{{{\"step\": '$step', \"value\": '$((9 - step))'}}}}'; "
                + "sleep 0.2; done; sleep 600; echo 1",
        };
        List<TrialReport> seen = [];

        TrialOutcome outcome = await RunAsync(spec, new TrialLimits { Grace = TimeSpan.FromSeconds(0.2) }, default, report =>
        {
            seen.Add(report);
            return report.Step == 3;
        });

        Assert.Equal((TrialState.Pruned, 6), (outcome.State, outcome.Value));
        Assert.Equal([(1, 8), (2, 7), (3, 6)], seen.Take(3).Select(report => (report.Step, report.Value)));
        Assert.Empty(await LeftAsync(mark));
    }

    // The shell beside the trial on the host has the trial's command among its own words, and takes a moment to go.
    private static async Task<IReadOnlyList<string>> LeftAsync(string mark)
    {
        for (int look = 0; look < 100 && Survivors.Of(mark).Count > 0; look++)
        {
            await Task.Delay(100);
        }

        return Survivors.Of(mark);
    }

    private static async Task<TrialOutcome> RunAsync(
        RemoteSpec spec, TrialLimits limits, CancellationToken stop, Func<TrialReport, bool>? reported = null)
    {
        await using RemoteExecutor executor = await RemoteExecutor.CreateAsync(spec, Space, new CommandOptions { Limits = limits }, CancellationToken.None);
        return await executor.RunAsync(new TrialJob { Number = 1, Space = Space, Point = [2.5, 0], Seed = 1, Reported = reported }, stop);
    }
}
