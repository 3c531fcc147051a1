using Hypermax.Execution.Limits;

namespace Hypermax.RabbitMq;

/// <summary>How an executor hands out trials through a broker.</summary>
public sealed record AmqpOptions
{
    /// <summary>Gets the address of the broker, <c>amqp://user@host:port/vhost</c>, or <c>amqps://</c> for TLS.
    /// By default null: what the environment variable <c>AMQP_URL</c> says, or the broker of this machine.</summary>
    /// <remarks>Where it has no password, that of <c>AMQP_URL</c> for the same server and user is used, or <c>AMQP_PASSWORD</c>. No message shows it.</remarks>
    public string? Address { get; init; }

    /// <summary>Gets the name of the queue of trials; those of results, of dead letters and of control begin with it. One search at a time uses it.
    /// By default <c>hypermax</c>.</summary>
    public string Queue { get; init; } = "hypermax";

    /// <summary>Gets how often a trial is handed out before it fails because every consumer that took it was lost. At least 1; by default 5.</summary>
    public int Deliveries { get; init; } = 5;

    /// <summary>Gets what a trial may use. Sent along with each trial; the executor itself keeps <see cref="TrialLimits.WallTime"/>.
    /// By default everything.</summary>
    public TrialLimits Limits { get; init; } = TrialLimits.None;

    /// <summary>Gets what takes remarks for people, one sentence each: the broker is gone or back, nobody listens, a message was not understood.
    /// Called from any thread. By default null.</summary>
    public Action<string>? Said { get; init; }

    /// <summary>Gets the queue, without the address, which may have a password.</summary>
    public override string ToString() => $"queue '{Queue}'";
}
