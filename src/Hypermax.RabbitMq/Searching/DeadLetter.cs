using System.Text;
using Hypermax.RabbitMq.Messages;
using RabbitMQ.Client;

namespace Hypermax.RabbitMq.Searching;

/// <summary>A message that came back without an answer, with what the broker says of it.</summary>
/// <param name="Reason">Why, by the broker: <c>delivery_limit</c> or <c>rejected</c>.</param>
/// <param name="Queue">The queue it was in.</param>
internal sealed record DeadLetter(string Reason, string Queue)
{
    public static DeadLetter Of(IReadOnlyBasicProperties properties, QueueNames names) =>
        new(Text(properties, "x-first-death-reason") ?? "rejected", Text(properties, "x-first-death-queue") ?? names.Trials);

    /// <summary>Makes what is recorded for a trial.</summary>
    /// <param name="deliveries">How often a trial is handed out at most.</param>
    public TrialOutcome ToOutcome(int deliveries) => Reason == "delivery_limit"
        ? TrialOutcome.Fail(
            FailureKind.ProcessDied,
            FormattableString.Invariant($"Every consumer that took the trial was lost before it gave a result (deliveries: {deliveries}). ")
            + "Look whether it kills its consumers, for example by memory; the option 'deliveries' allows more attempts.")
        : TrialOutcome.Fail(
            FailureKind.NotStarted,
            "A consumer rejected the trial as a message that it does not understand. Update the consumer, or end it; it has to read what "
            + "docs/formats/broker.md describes.");

    private static string? Text(IReadOnlyBasicProperties properties, string header) =>
        properties.Headers is { } headers && headers.TryGetValue(header, out object? value)
            ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString()
            : null;
}
