namespace Hypermax.Execution.Broker;

/// <summary>What is said on every surface of trials that go out through a message broker; who runs them that way has a package of its own.</summary>
internal sealed record BrokerSpec
{
    /// <summary>Gets the address of the broker, or null for that of the environment.</summary>
    public string? Broker { get; init; }

    /// <summary>Gets the name of the queue of trials.</summary>
    public string Queue { get; init; } = "hypermax";

    /// <summary>Gets how often a trial is handed out before it fails because every consumer that took it was lost.</summary>
    public int Deliveries { get; init; } = 5;
}
