namespace Hypermax.RabbitMq.Messages;

/// <summary>The names of what a search declares at its broker; all begin with that of the queue of trials.</summary>
internal sealed record QueueNames(string Trials)
{
    /// <summary>Gets the queue on which results and reports come back.</summary>
    public string Results => Trials + ".results";

    /// <summary>Gets the queue, and the exchange before it, of trials that nobody could finish and messages that nobody understood.</summary>
    public string Dead => Trials + ".dead";

    /// <summary>Gets the exchange by which running trials are stopped.</summary>
    public string Control => Trials + ".control";

    /// <summary>Gets the queue that belongs to the search's connection alone, so that there is one search at a time.</summary>
    public string Owner => Trials + ".owner";

    /// <summary>Looks at a name that people gave.</summary>
    /// <exception cref="ArgumentException">The broker takes no such name.</exception>
    public static QueueNames Of(string queue) =>
        queue.Length is > 0 and <= 200 && !queue.StartsWith("amq.", StringComparison.Ordinal)
        ? new QueueNames(queue)
        : throw new ArgumentException(
            $"The queue is '{queue}'; its name must have 1 to 200 characters and not begin with 'amq.', which the broker keeps for itself. Choose another one.",
            nameof(queue));
}
