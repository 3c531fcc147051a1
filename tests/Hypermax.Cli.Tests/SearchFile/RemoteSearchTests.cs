using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Config;
using Hypermax.TestSupport;

namespace Hypermax.Tests.SearchFile;

/// <summary>A configuration with the function <c>remote</c>, over a real ssh server of our own.</summary>
public sealed class RemoteSearchTests : IDisposable
{
    private readonly TemporaryConfig _file = new("{}");
    private readonly StringWriter _errors = new();

    public void Dispose() => _file.Dispose();

    [SshdFact]
    public async Task Search_OnAHost_CopiesRunsKillsAndGoesOn()
    {
        await using SshServer server = await SshServer.StartAsync();
        Directory.CreateDirectory(Path.Combine(_file.Folder, "training"));
        _file.Add(
            "training/score.sh",
            """
            read -r json
            case "$json" in *slow*) sleep 600;; esac
            echo note of the model
            echo '{"loss": 2, "auc": 0.5}'

            """);

        Assert.Equal(ExitCodes.Done, await RunAsync(server.Options, trials: 3));
        Assert.Equal(ExitCodes.Done, await RunAsync(server.Options, trials: 6));

        IReadOnlyList<TrialRecord> trials = JournalSnapshot.Read(Path.Combine(_file.Folder, "results_0")).Trials;
        Assert.Equal(6, trials.Count);
        Assert.All(trials, trial => Assert.Equal(
            trial.Point[0] == 0 ? (TrialState.Complete, FailureKind.None, 2.0) : (TrialState.Failed, FailureKind.WallTime, 9.0),
            (trial.State, trial.Outcome!.Failure, trial.Value)));
        Assert.Equal(["fast", "slow"], trials.Select(trial => trial.Point[0] == 0 ? "fast" : "slow").Distinct().Order(StringComparer.Ordinal));
        TrialRecord good = trials.First(trial => trial.State == TrialState.Complete);
        Assert.Equal(0.5, good.Outcome!.Metrics["auc"]);
        Assert.Contains(
            "note of the model", await File.ReadAllTextAsync(Path.Combine(_file.Folder, "results_0", good.Outcome.Log!)), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_file.Folder, "there", "score.sh")));
    }

    [SshdFact]
    public async Task Search_HostThatRefuses_IsToldBeforeTheFirstTrial()
    {
        // Nobody listens on port 1.
        Assert.Equal(ExitCodes.Environment, await RunAsync(["-F", "none", "-p", "1", "-o", "BatchMode=yes"], trials: 2));

        Assert.Contains("127.0.0.1", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("Connection refused", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_file.Folder, "results_0")));
    }

    private Task<int> RunAsync(IReadOnlyList<string> sshOptions, int trials)
    {
        Directory.CreateDirectory(Path.Combine(_file.Folder, "training"));
        _file.Add("search.json", $$"""
            {
              "hyperparameters": {"type": "object", "properties": {"speed": {"enum": ["fast", "slow"]}, "rate": {"type": "number"} } },
              "function": {
                "type": "remote", "hosts": ["127.0.0.1*2"], "command": "sh score.sh", "options": {"sshOptions": "{{string.Join(' ', sshOptions)}}"},
                "rsync": {"from": "{{_file.Folder}}/training", "to": "{{_file.Folder}}/there"}, "working_directory": "{{_file.Folder}}/there",
                "auto_kill_max_time": 2, "auto_kill_loss": 9
              },
              "search": {"method": "sobol", "iterations": {{trials}} },
              "results": {"directory": "{{_file.Folder}}/results", "graphs": false}
            }
            """);
        SearchLines lines = new(new StringWriter(), isForBuild: false, _errors);
        return new FileSearch(new FileSearchOptions { File = _file.Path }, lines, _errors, TimeProvider.System).RunAsync(CancellationToken.None);
    }
}
