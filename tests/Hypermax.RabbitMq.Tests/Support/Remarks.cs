using System.Collections.Concurrent;

namespace Hypermax.RabbitMq.Tests.Support;

/// <summary>What an executor or a worker said to people.</summary>
internal sealed class Remarks
{
    private readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyCollection<string> All => _all;

    public void Add(string text) => _all.Enqueue(text);

    /// <summary>Waits until so much was said.</summary>
    public async Task WaitAsync(int count)
    {
        for (int look = 0; look < 600 && _all.Count < count; look++)
        {
            await Task.Delay(50);
        }
    }
}
