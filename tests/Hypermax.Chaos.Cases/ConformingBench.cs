using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.PythonFunction;
using Hypermax.Execution.Remote;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Chaos.Cases;

/// <summary>Makes an executor of each kind for the trials of the published suite.</summary>
internal static class ConformingBench
{
    public static async Task<IExecutor> StartAsync(ChaosTarget target, ExecutorSetup setup)
    {
        Dictionary<string, string?> variables = new(StringComparer.Ordinal) { [Survivors.Variable] = setup.Mark };
        CommandOptions options = new() { Limits = setup.Limits };
        switch (target)
        {
            case ChaosTarget.InProcess:
                return new InProcessExecutor(setup.RunAsync, new InProcessOptions { Limits = setup.Limits });
            case ChaosTarget.Worker:
                WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(
                    WorkerCommand.For(Built.Chaos, Built.Worker) with { Environment = variables }, new WorkerOptions { Limits = setup.Limits });
                return new OneObjective(workers, workers.For("Conforming"));
            case ChaosTarget.Command:
                return new CommandExecutor(new CommandSpec { FileName = setup.FileName, Arguments = setup.Arguments }, ExecutorSetup.Space, options);
            case ChaosTarget.Python:
                return await PythonFunctionExecutor.CreateAsync(
                    new PythonFunctionSpec { Module = "chaos_model", Name = "conforming", WorkingDirectory = Built.Python, Environment = variables },
                    ExecutorSetup.Space,
                    options);
            default:
                RemoteSpec remote = new()
                {
                    Hosts = [new RemoteHost("here", setup.Slots)],
                    Ssh = Built.Ssh,
                    Command = $"exec {setup.FileName} {string.Join(' ', setup.Arguments)}",
                };
                return await RemoteExecutor.CreateAsync(remote, ExecutorSetup.Space, options);
        }
    }
}
