namespace Hypermax.Storage;

/// <summary>One thread at a time; the same thread may enter again.</summary>
internal sealed class Turn : IDisposable
{
    private readonly object _gate = new();

    public Turn Take()
    {
        Monitor.Enter(_gate);
        return this;
    }

    /// <summary>Takes the turn if nobody has it.</summary>
    public bool TryTake() => Monitor.TryEnter(_gate);

    public void Dispose() => Monitor.Exit(_gate);
}
