using Hypermax.Execution;
using Hypermax.Execution.Broker;
using Hypermax.Execution.Limits;
using Hypermax.RabbitMq;
using Hypermax.RabbitMq.Connecting;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Brokers;

/// <summary>Trials that go out through a message broker, as settings describe it.</summary>
internal static class BrokerTrials
{
    /// <summary>Checks what is said of the broker, where trials go through one.</summary>
    public static void Check(SettingSet settings, Violations violations)
    {
        if (!ExecutorSettings.AreMessages(settings) || ExecutorSettings.Broker(settings, violations).Broker is not { } address)
        {
            return;
        }

        try
        {
            RequireOpen(address, $"Option 'broker' of {settings.NameOf(TrialSettings.ExecutorOptions)}");
        }
        catch (FormatException error)
        {
            violations.Add(new Violation("'broker'", "must be the address of a broker", Value: null, error.Message));
        }
    }

    /// <summary>Refuses an address with a password, which everybody on the machine can read in the list of processes.</summary>
    /// <param name="address">What was written.</param>
    /// <param name="where">Where, as the beginning of a sentence.</param>
    /// <exception cref="FormatException">It has one, or is no address; the message shows no part of it.</exception>
    public static void RequireOpen(string address, string where)
    {
        if (BrokerAddress.Parse(address, static _ => null) is { HasPassword: true, User: not "guest" })
        {
            throw new FormatException(
                $"{where} has a password, which everybody could read there. Put the whole address into the environment variable {BrokerAddress.Variable}, "
                + $"or the password into {BrokerAddress.PasswordVariable}.");
        }
    }

    /// <summary>Connects to the broker.</summary>
    /// <exception cref="ExecutorException">It cannot be reached, does not let us in, or another search uses the queue.</exception>
    /// <exception cref="FormatException">The address is none.</exception>
    public static async Task<IExecutor> ConnectAsync(SettingSet settings, TrialLimits limits, SearchLines lines, CancellationToken stop)
    {
        BrokerSpec spec = ExecutorSettings.Broker(settings, new Violations());
        return await AmqpExecutor.ConnectAsync(
            new AmqpOptions { Address = spec.Broker, Queue = spec.Queue, Deliveries = spec.Deliveries, Limits = limits, Said = lines.Message },
            stop).ConfigureAwait(false);
    }
}
