using Hypermax.Settings;

namespace Hypermax.Execution.Broker;

/// <summary>The options of trials that go out through a message broker.</summary>
internal static class BrokerLedger
{
    public static OptionLedger<BrokerSpec> Options { get; } = new(
        "trials through a broker",
        new Option<BrokerSpec, string>(
            "Broker",
            Rules.Text,
            o => o.Broker,
            (o, v) => o with { Broker = v },
            "the address of the broker as amqp://user@host:port/vhost or amqps://…, without a password, which stands in AMQP_URL or AMQP_PASSWORD")
            {
                Unset = "AMQP_URL, or the broker of this machine",
            },
        new Option<BrokerSpec, string>(
            "Queue", Rules.Text, o => o.Queue, (o, v) => o with { Queue = v }, "the name of the queue of trials, which one search at a time uses"),
        new Option<BrokerSpec, int>(
            "Deliveries",
            Rules.Whole(1),
            o => o.Deliveries,
            (o, v) => o with { Deliveries = v },
            "how often a trial is handed out before it fails because every consumer that took it was lost"));
}
