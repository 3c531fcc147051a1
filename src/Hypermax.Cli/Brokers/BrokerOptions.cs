using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Hypermax.RabbitMq;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Workers;

namespace Hypermax.Brokers;

/// <summary>The options of a worker that takes trials from a message broker.</summary>
internal sealed class BrokerOptions
{
    // Who waits for a trial for so long is not needed.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    private readonly Option<string?> _broker = new("--broker")
    {
        Description = "Takes trials from a message broker instead: amqp://user@host:port/vhost, or nothing for that of AMQP_URL; see docs/guide/broker.md.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _queue = new("--queue") { Description = "With --broker: the queue of trials (hypermax)." };
    private readonly Option<bool> _stay = new("--stay") { Description = "With --broker: waits for the next search when one has ended." };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_broker);
        command.Add(_queue);
        command.Add(_stay);
    }

    /// <summary>Tells whether a broker was asked for.</summary>
    public bool AreGiven(SymbolResult result) => result.GetResult(_broker) is not null;

    /// <summary>Tells what is wrong with them, or null.</summary>
    public string? FindFault(SymbolResult result, bool hasStore) => AreGiven(result)
        ? hasStore ? "--broker takes trials from a queue, and whoever searches has the store: leave --store and --study out." : null
        : result.GetValue(_queue) is not null || result.GetValue(_stay)
            ? "--queue and --stay are of a broker; give --broker too, with an address or alone for that of AMQP_URL."
            : null;

    /// <summary>Works as was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The configuration.</param>
    /// <param name="work">For how long.</param>
    /// <param name="folder">Where files of trials go, or null.</param>
    /// <param name="isJson">Whether lines are for programs.</param>
    public async Task<int> RunAsync(ParseResult parsed, FileSearchOptions options, SharedWork work, string? folder, bool isJson)
    {
        using LeaveSignal leave = work.Leave;
        using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        SearchLines lines = new(output, isForBuild: false, Console.Error) { Format = isJson ? SearchJson.Message : null };
        AmqpWorkerOptions amqp = new()
        {
            Address = parsed.GetValue(_broker),
            MaxTrials = work.MaxTrials,
            IdleTime = work.LeavesWhenIdle ? Idle : null,
            Stays = parsed.GetValue(_stay),
            Folder = folder,
        };
        BrokerWork taken = new(options, amqp, parsed.GetValue(_queue), work.MaxTime, leave, lines);
        return await SearchVerb.GuardAsync(taken.RunAsync, lines, Console.Error, leave.Ending).ConfigureAwait(false);
    }
}
