using System.Text.Json;
using Hypermax.Building;
using Hypermax.Execution.Said;
using Hypermax.Worker.Protocol;
using Hypermax.Worker.Trials;
using Hypermax.Worker.Unix;

namespace Hypermax.Worker;

/// <summary>Obeys the coordinator until it closes its end.</summary>
internal sealed class CommandLoop(Channel channel, IReadOnlyDictionary<string, ObjectiveDescriptor> objectives)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private Trial? _current;
    private Task _running = Task.CompletedTask;

    /// <summary>Reads commands; returns when the input has ended and the running trial has too, or after two seconds.</summary>
    public void Run()
    {
        while (channel.ReadLine() is { } line)
        {
            using JsonDocument message = JsonDocument.Parse(line);
            Obey(message.RootElement);
        }

        _current?.Cancel();
        try
        {
            _running.Wait(Patience);
        }
        catch (AggregateException)
        {
            // The outcome has been sent or nobody is left to read it.
        }
    }

    private void Obey(JsonElement message)
    {
        switch (message.GetProperty("op").GetString())
        {
            case "trial":
                Start(message);
                break;
            case "prune":
                Find(message)?.Prune();
                break;
            case "cancel":
                Find(message)?.Cancel();
                break;
        }
    }

    private Trial? Find(JsonElement message) => _current is { } trial && trial.Id == message.GetProperty("id").GetInt64() ? trial : null;

    private void Start(JsonElement message)
    {
        TrialOrder order = TrialOrder.Read(message);
        if (!objectives.TryGetValue(order.Objective, out ObjectiveDescriptor? objective))
        {
            channel.Send(
                writer => Messages.WriteError(
                    writer,
                    order.Id,
                    ThrownError.Of(
                        new ArgumentException($"There is no objective '{order.Objective}'; the objectives are {string.Join(", ", objectives.Keys)}."))));
            return;
        }

        Orphans.Reap();
        Trial trial = new(channel, order, new CancellationTokenSource());
        _current = trial;
        _running = Task.Run(() => trial.RunAsync(objective));
    }
}
