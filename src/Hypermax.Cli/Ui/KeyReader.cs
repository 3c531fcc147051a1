namespace Hypermax.Ui;

/// <summary>Reads keys on a thread of its own: while it waits for one, the terminal echoes none.</summary>
internal sealed class KeyReader : IKeys
{
    private readonly object _gate = new();
    private readonly Queue<ConsoleKeyInfo> _keys = new();
    private bool _isOver;

    /// <summary>Begins to read; a terminal that is closed ends it.</summary>
    public KeyReader() => new Thread(Read) { IsBackground = true, Name = "console keys" }.Start();

    public bool IsOver
    {
        get
        {
            lock (_gate)
            {
                return _isOver;
            }
        }
    }

    public bool TryTake(out ConsoleKeyInfo key)
    {
        lock (_gate)
        {
            return _keys.TryDequeue(out key);
        }
    }

    public void Wait(TimeSpan longest)
    {
        lock (_gate)
        {
            if (_keys.Count == 0 && !_isOver)
            {
                Monitor.Wait(_gate, longest);
            }
        }
    }

    private void Read()
    {
        try
        {
            while (true)
            {
                Add(Console.ReadKey(intercept: true));
            }
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            lock (_gate)
            {
                _isOver = true;
                Monitor.Pulse(_gate);
            }
        }
    }

    private void Add(ConsoleKeyInfo key)
    {
        lock (_gate)
        {
            _keys.Enqueue(key);
            Monitor.Pulse(_gate);
        }
    }
}
