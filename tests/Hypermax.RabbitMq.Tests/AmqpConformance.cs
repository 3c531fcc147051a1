using System.Reflection;
using System.Runtime.ExceptionServices;
using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.RabbitMq.Tests.Support;
using Hypermax.TestSupport;

namespace Hypermax.RabbitMq.Tests;

/// <summary>The promises of executors that keep limits, kept through a broker by a worker that runs commands; skipped where there is no broker.</summary>
public sealed class AmqpConformance
{
    public static TheoryData<string, object?> Promises
    {
        get
        {
            TheoryData<string, object?> all = [];
            foreach (MethodInfo method in typeof(LimitedExecutorConformance).GetMethods())
            {
                if (method.GetCustomAttribute<TheoryAttribute>() is not null)
                {
                    foreach (InlineDataAttribute row in method.GetCustomAttributes<InlineDataAttribute>())
                    {
                        all.Add(method.Name, row.GetData(method).Single()[0]);
                    }
                }
                else if (method.GetCustomAttribute<FactAttribute>() is not null)
                {
                    all.Add(method.Name, null);
                }
            }

            return all;
        }
    }

    [RabbitTheory]
    [MemberData(nameof(Promises))]
    public async Task Promise_OfTheSuite_IsKept(string promise, object? behaviour)
    {
        try
        {
            await (Task)typeof(Suite).GetMethod(promise)!.Invoke(new Suite(), behaviour is null ? null : [behaviour])!;
        }
        catch (TargetInvocationException error)
        {
            ExceptionDispatchInfo.Throw(error.InnerException!);
        }
    }

    private sealed class Suite : LimitedExecutorConformance
    {
        protected override async Task<IExecutor> CreateAsync(ExecutorSetup setup)
        {
            string queue = Brokers.NextQueue();
            CommandExecutor commands = new(
                new CommandSpec { FileName = setup.FileName, Arguments = setup.Arguments }, ExecutorSetup.Space, new CommandOptions { Limits = setup.Limits });
            AmqpExecutor executor = await AmqpExecutor.ConnectAsync(
                new AmqpOptions { Address = Brokers.Shared.Address, Queue = queue, Limits = setup.Limits });
            CancellationTokenSource stop = new();
            AmqpWorker worker = new(
                new AmqpWorkerOptions { Address = Brokers.Shared.Address, Queue = queue, Slots = setup.Slots }, ExecutorSetup.Space, commands);
            return new WithWorker(executor, Task.Run(() => worker.RunAsync(stop.Token, stop.Token)), stop);
        }
    }

    // Whoever disposes of the executor looks for processes at once.
    private sealed class WithWorker(AmqpExecutor executor, Task work, CancellationTokenSource stop) : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => executor.RunAsync(job, cancellation);

        public async ValueTask DisposeAsync()
        {
            await executor.DisposeAsync();
            await stop.CancelAsync();
            await work;
        }
    }
}
