namespace Hypermax.RabbitMq;

/// <summary>How a worker takes trials from a broker.</summary>
public sealed record AmqpWorkerOptions
{
    /// <summary>Gets the address of the broker; as <see cref="AmqpOptions.Address"/>.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the name of the queue of trials. By default <c>hypermax</c>.</summary>
    public string Queue { get; init; } = "hypermax";

    /// <summary>Gets how many trials it runs at once, in slots from 0; each slot takes one trial at a time. At least 1; by default 1.</summary>
    public int Slots { get; init; } = 1;

    /// <summary>Gets after how many trials it leaves. By default null: never for that reason.</summary>
    public int? MaxTrials { get; init; }

    /// <summary>Gets for how long it waits for a trial before it leaves. By default null: until the search has ended.</summary>
    public TimeSpan? IdleTime { get; init; }

    /// <summary>Gets whether it waits for the next search once one has ended, which otherwise is when it leaves. By default false.</summary>
    public bool Stays { get; init; }

    /// <summary>Gets the folder for logs, artifacts and checkpoints where that of the study is not on this machine. By default null: a temporary one.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets what takes remarks for people, one sentence each. Called from any thread. By default null.</summary>
    public Action<string>? Said { get; init; }

    /// <summary>Gets the queue, without the address, which may have a password.</summary>
    public override string ToString() => $"queue '{Queue}'";
}
