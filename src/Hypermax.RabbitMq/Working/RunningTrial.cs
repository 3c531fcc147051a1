using System.Threading.Channels;
using Hypermax.Execution;
using Hypermax.Execution.Usages;
using Hypermax.RabbitMq.Messages;

namespace Hypermax.RabbitMq.Working;

/// <summary>A trial that this worker runs.</summary>
/// <param name="message">The trial.</param>
/// <param name="worker">Who runs it.</param>
internal sealed class RunningTrial(TrialMessage message, string worker) : IDisposable
{
    private const int LogBytes = 64 * 1024;

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<ReadOnlyMemory<byte>> _outbox = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
    private volatile bool _shouldPrune;

    public TrialKey Key => message.Key;

    /// <summary>Gets or sets the message that has to be answered; after a cut it is given again.</summary>
    public required Delivery Delivery { get; set; }

    /// <summary>Gets whether the search told it to stop, so that nobody else has to run it.</summary>
    public bool IsUnwanted { get; private set; }

    /// <summary>Stops it, because nobody needs its result.</summary>
    /// <param name="isPruned">Whether because it is not worth finishing.</param>
    public void Stop(bool isPruned)
    {
        _shouldPrune |= isPruned;
        IsUnwanted = true;
        _stop.Cancel();
    }

    /// <summary>Runs it and tells what it says as it goes on, and not how it ended.</summary>
    /// <param name="executor">What runs it.</param>
    /// <param name="space">The space of its point.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="folder">Where its files go.</param>
    /// <param name="isShared">Whether the search sees that folder, and in it what the trial uses.</param>
    /// <param name="send">Sends an answer.</param>
    /// <param name="ending">Cancelled when the worker has to end.</param>
    public async Task<TrialOutcome> RunAsync(
        IExecutor executor, SearchSpace space, int slot, string folder, bool isShared, Func<ReadOnlyMemory<byte>, Task> send, CancellationToken ending)
    {
        Post(Reply.Begun(Key, worker));
        Task sending = Task.Run(() => SendAsync(send), CancellationToken.None);
        TrialJob job = new()
        {
            Number = message.Number,
            Space = space,
            Point = message.Point,
            Seed = message.Seed,
            Slot = slot,
            StudyFolder = folder,
            Budget = message.Budget,
            Continues = message.Continues,
            IsPrecheck = message.IsPrecheck,
            Limits = message.Limits,
            Usages = message.WantsUses && !isShared ? new SentUsages(Use) : null,
            Reported = report =>
            {
                Post(Reply.Reported(Key, worker, report));
                return _shouldPrune;
            },
        };
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, ending);
        TrialOutcome outcome = await executor.RunAsync(job, either.Token).ConfigureAwait(false);
        _outbox.Writer.Complete();
        await sending.ConfigureAwait(false);
        return outcome;
    }

    /// <summary>Makes the message that says how it ended.</summary>
    public ReadOnlyMemory<byte> EndOf(TrialOutcome outcome, string folder) => Reply.Ended(Key, worker, outcome, LogOf(outcome, folder));

    public void Dispose() => _stop.Dispose();

    // Of a broker that does not answer there would be more and more to be sent.
    private void Use(RunningUsage usage)
    {
        if (_outbox.Reader.Count == 0)
        {
            Post(Reply.Using(Key, worker, usage));
        }
    }

    private void Post(ReadOnlyMemory<byte> body) => _outbox.Writer.TryWrite(body);

    private async Task SendAsync(Func<ReadOnlyMemory<byte>, Task> send)
    {
        await foreach (ReadOnlyMemory<byte> body in _outbox.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            await send(body).ConfigureAwait(false);
        }
    }

    // The end says most, where there is more than fits.
    private static string? LogOf(TrialOutcome outcome, string folder)
    {
        if (outcome.Log is null)
        {
            return null;
        }

        try
        {
            using FileStream file = new(Path.Combine(folder, outcome.Log), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(Math.Max(0, file.Length - LogBytes), SeekOrigin.Begin);
            using StreamReader reader = new(file);
            return reader.ReadToEnd();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
