using Hypermax.Build.Protocol;
using Hypermax.Config.Keys;
using Hypermax.Errors;
using Hypermax.Execution;
using Hypermax.RabbitMq;
using Hypermax.RabbitMq.Connecting;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Settings;
using Hypermax.Workers;

namespace Hypermax.Brokers;

/// <summary>A worker that takes trials from a queue and runs them as its configuration says.</summary>
/// <param name="options">The configuration, and what the command line says besides.</param>
/// <param name="amqp">The broker and the queue; what is null there is as the configuration says.</param>
/// <param name="queue">The queue that was named, or null.</param>
/// <param name="maxTime">After which time it begins no trial; null for none.</param>
/// <param name="leave">What asks it to leave.</param>
/// <param name="lines">Takes what is said.</param>
internal sealed class BrokerWork(
    FileSearchOptions options, AmqpWorkerOptions amqp, string? queue, TimeSpan? maxTime, LeaveSignal leave, SearchLines lines)
{
    /// <summary>Works until the search has ended, or it is to leave.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        try
        {
            ConfigCheck check = ConfigCheck.Read(options.File, options.Properties);
            CheckText.Write(check, Console.Error);
            return check.IsRight ? await RunAsync(check, stop).ConfigureAwait(false) : ExitCodes.Usage;
        }
        catch (Exception error) when (error is FormatException or ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            lines.Say(BuildRules.BadSetting, error.Message);
            return ExitCodes.Usage;
        }
        catch (ExecutorException error)
        {
            lines.Say(BuildRules.CannotRun, error.Message);
            return ExitCodes.Environment;
        }
    }

    private async Task<int> RunAsync(ConfigCheck check, CancellationToken stop)
    {
        if (check.Config!.Function != FunctionKeys.Dotnet)
        {
            IExecutor programs = await check.Evaluator!.StartAsync(stop).ConfigureAwait(false);
            await using (programs.ConfigureAwait(false))
            {
                return await WorkAsync(check.Config.Space!, programs, check.Settings).ConfigureAwait(false);
            }
        }

        DotnetObjective objective = await DotnetObjective.StartAsync(check.Config, check.Settings, stop).ConfigureAwait(false);
        await using (objective.ConfigureAwait(false))
        {
            SettingSet settings = check.Settings.Over(objective.Objective.Settings);
            SearchPlan plan = SearchPlan.Read(objective.Objective.Name, string.Empty, objective.Objective.Space, settings, new Violations());
            return await WorkAsync(objective.Objective.Space, objective.ExecutorOf(plan), settings).ConfigureAwait(false);
        }
    }

    private async Task<int> WorkAsync(SearchSpace space, IExecutor executor, SettingSet settings)
    {
        if (amqp.Address is { } given)
        {
            BrokerTrials.RequireOpen(given, "--broker");
        }

        Execution.Broker.BrokerSpec said = ExecutorSettings.Broker(settings, new Violations());
        AmqpWorkerOptions all = amqp with
        {
            Address = amqp.Address ?? said.Broker,
            Queue = queue ?? said.Queue,
            Slots = settings.Value(StudySettings.Workers) ?? 1,
            Said = lines.Message,
        };
        AmqpWorker worker = new(all, space, new InterruptedTrials(executor, leave));
        lines.Message($"Takes trials from queue '{all.Queue}' of {BrokerAddress.Parse(all.Address)}, {Counted.Of(all.Slots, "trial")} at once.");

        // Programs of trials have no business with it.
        Environment.SetEnvironmentVariable(BrokerAddress.Variable, null);
        Environment.SetEnvironmentVariable(BrokerAddress.PasswordVariable, null);
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(leave.Leaving);
        if (maxTime is { } time)
        {
            leaving.CancelAfter(time);
        }

        int begun = await worker.RunAsync(leaving.Token, leave.Ending).ConfigureAwait(false);
        lines.Message($"Began {Counted.Of(begun, "trial")}.");
        return leave.WasEnded ? ExitCodes.Cancelled : ExitCodes.Done;
    }
}
