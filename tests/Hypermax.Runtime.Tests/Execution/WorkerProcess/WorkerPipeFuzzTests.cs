using System.Diagnostics;
using System.Text;
using Hypermax.Chaos;
using Hypermax.Chaos.Cases;
using Hypermax.Execution;
using Hypermax.Execution.WorkerProcess;
using Xunit.Abstractions;

namespace Hypermax.Tests.Execution.WorkerProcess;

/// <summary>Random bytes and damaged messages on the pipe of a worker: every trial ends in a state, and the next one works.</summary>
public sealed class WorkerPipeFuzzTests(ITestOutputHelper output)
{
    private const int Strangers = 150;
    private const int Liars = 150;

    [Fact]
    public async Task Run_NoiseOnTheWorkersOwnDescriptors_ChangesNothing()
    {
        await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker));
        IExecutor fuzz = workers.For("PipeFuzz");
        int seen = 0;
        for (int seed = 0; seed < Strangers; seed++)
        {
            TrialOutcome outcome = await fuzz.RunAsync(new TrialJob { Number = seed, Space = PipeFuzz.Space, Point = [seed], Seed = 1 }, default);

            Assert.True(outcome is { State: TrialState.Complete, Value: 0.5 }, $"Seed {seed}: {outcome.Message}");
            Assert.Equal((seed, 1), (outcome.Metrics["seed"], outcome.Reports.Count));
            seen += outcome.Attributes.ContainsKey("foreignLines") ? 1 : 0;
        }

        output.WriteLine($"{Strangers} trials with noise on the pipe of their worker, {seen} with lines of strangers, 0 that changed an outcome");
        Assert.InRange(seen, Strangers / 2, Strangers);
    }

    [Fact]
    public async Task Run_DamagedMessagesWithTheKey_EndsInAState_AndTheNextWorks()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Dictionary<FailureKind, int> kinds = [];
        try
        {
            await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(await LiarAsync(folder));
            IExecutor liar = workers.For("Echo");
            for (int seed = 0; seed < Liars; seed++)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"noise-{seed}"), Noise.Make(seed, "@KEY@"));
                TrialOutcome outcome = await liar.RunAsync(Job(seed), default);
                TrialOutcome next = await liar.RunAsync(Job(1_000_000 + seed), default);

                Assert.True(Enum.IsDefined(outcome.Failure) && outcome.State is TrialState.Complete or TrialState.Failed, $"Seed {seed}: {outcome.State}");
                Assert.True(next is { State: TrialState.Complete, Value: 0.5 }, $"Seed {seed}: {next.Message}");
                kinds[outcome.Failure] = kinds.GetValueOrDefault(outcome.Failure) + 1;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        output.WriteLine($"{Liars} workers that lie: {string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value}"))}; {Liars} good trials after them");
        Assert.Equal(Liars, kinds.Values.Sum());
        Assert.True(kinds.Count > 2, "The noise is too tame.");
    }

    private static TrialJob Job(int number) => new() { Number = number, Space = Echo.Space, Point = [0.1, 3, 0, double.NaN], Seed = 1 };

    // A worker in a few lines of shell: it says what a real one says first, then noise before the result of every trial.
    private static async Task<WorkerCommand> LiarAsync(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "ready"), await ReadyLineAsync());
        string script = $$"""
            read -r key
            printf '%s' "$key"; cat '{{folder}}/ready'
            while read -r line; do
              case "$line" in *'"op":"trial"'*) ;; *) continue ;; esac
              id=$(printf '%s' "$line" | sed 's/.*"id":\([0-9]*\).*/\1/')
              number=$(printf '%s' "$line" | sed 's/.*"number":\([0-9]*\).*/\1/')
              mark=$(printf '%s' "$line" | sed 's/.*"mark":"\\u001[eE]\([0-9a-f]*\).*/\1/')
              printf '%s{"id":%s,"begun":true}\n' "$key" "$id"
              [ ! -f '{{folder}}'/noise-"$number" ] || LC_ALL=C sed "s/@KEY@/$key/; s/\"id\":1/\"id\":$id/" '{{folder}}'/noise-"$number"
              printf '\036%s\n' "$mark" >&2
              printf '\n%s{"id":%s,"result":0.5}\n' "$key" "$id"
            done
            """;
        return new WorkerCommand { FileName = "sh", Arguments = ["-c", script] };
    }

    private static async Task<string> ReadyLineAsync()
    {
        WorkerCommand command = WorkerCommand.For(Built.Chaos, Built.Worker);
        using Process worker = Process.Start(
            new ProcessStartInfo(command.FileName, command.Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
        await worker.StandardInput.WriteAsync("the key\n");
        await worker.StandardInput.FlushAsync();
        string ready = (await worker.StandardOutput.ReadLineAsync())!;
        worker.StandardInput.Close();
        await worker.WaitForExitAsync();
        return ready["the key".Length..] + "\n";
    }
}
