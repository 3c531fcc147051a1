using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;
using Hypermax.Execution.PythonFunction;
using Hypermax.Execution.Remote;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Chaos.Cases;

/// <summary>Makes an executor of each kind for the chaos programs.</summary>
public static class ChaosBench
{
    private static readonly SearchSpace Programs = new(
        "Chaos",
        [
            new CategoricalParameter(
                "program",
                ChaosPrograms.All.Keys.Concat(ChaosOutputs.All.Keys)
                    .Concat(ChaosEncodings.All.Keys)
                    .Concat(["dies-at-start", "result-then-flood", "half-then-hang", "result-then-exit-1", "says-error", "many-metrics", "odd-values"])),
        ]);

    /// <summary>Starts an executor.</summary>
    /// <param name="target">Its kind.</param>
    /// <param name="limits">What a trial may use.</param>
    /// <param name="mark">A value that all its processes carry in the environment variable <see cref="Survivors.Variable"/>.</param>
    /// <returns>The executor and the space of its points, and the same executor without limits.</returns>
    public static async Task<(IExecutor Executor, SearchSpace Space, IExecutor Unlimited)> StartAsync(ChaosTarget target, TrialLimits limits, string mark)
    {
        Dictionary<string, string?> variables = new(StringComparer.Ordinal) { [Survivors.Variable] = mark };
        CommandOptions options = new() { Limits = limits };
        switch (target)
        {
            case ChaosTarget.InProcess:
                return (new InProcessExecutor(InProcess, new InProcessOptions { Limits = limits }), Programs, new InProcessExecutor(InProcess));
            case ChaosTarget.Worker:
                WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(
                    WorkerCommand.For(Built.Chaos, Built.Worker) with { Environment = variables }, new WorkerOptions { Limits = limits });
                return (new OneObjective(workers, workers.For("Chaos")), workers.Objectives[0].Space, workers.For("Chaos", new WorkerOptions()));
            case ChaosTarget.Command:
                CommandExecutor command = new(
                    new CommandSpec { FileName = Built.ChaosProgram, Arguments = ["{program}"], Environment = variables }, Programs, options);
                return (command, Programs, command);
            case ChaosTarget.Python:
                PythonFunctionExecutor python = await PythonFunctionExecutor.CreateAsync(
                    new PythonFunctionSpec { Module = "chaos_model", Name = "run", WorkingDirectory = Built.Python, Environment = variables },
                    Programs,
                    options);
                return (python, Programs, python);
            default:
                RemoteSpec remote = new()
                {
                    Hosts = [new RemoteHost("here", 2)],
                    Ssh = Built.Ssh,
                    Command = $"{Survivors.Variable}={mark} exec {Built.ChaosProgram} {{program}}",
                };
                RemoteExecutor over = await RemoteExecutor.CreateAsync(remote, Programs, options);
                return (over, Programs, over);
        }
    }

    private static Task<double> InProcess(Point vector, TrialContext trial) =>
        Task.FromResult(ChaosPrograms.All[(string)((CategoricalParameter)Programs.Parameters[0]).Choices[(int)vector[0]]](trial.Cancellation));
}
