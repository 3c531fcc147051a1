using System.Collections.Concurrent;

namespace Hypermax.Ui;

/// <summary>Reads keys on a thread of its own: while it waits for one, the terminal echoes none.</summary>
internal sealed class KeyReader : IKeys
{
    private readonly ConcurrentQueue<ConsoleKeyInfo> _keys = new();
    private readonly AutoResetEvent _pressed = new(initialState: false);

    /// <summary>Begins to read; a terminal that is closed ends it.</summary>
    public KeyReader() => new Thread(Read) { IsBackground = true, Name = "console keys" }.Start();

    public bool IsOver { get; private set; }

    public bool TryTake(out ConsoleKeyInfo key) => _keys.TryDequeue(out key);

    public void Wait(TimeSpan longest) => _pressed.WaitOne(longest);

    private void Read()
    {
        try
        {
            while (!IsOver)
            {
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                _keys.Enqueue(key);
                _pressed.Set();

                // The last key there is for a console that leaves: nobody takes the next one away from the shell.
                IsOver |= key.KeyChar == '\0' && key.Key == 0;
            }
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            IsOver = true;
            _pressed.Set();
        }
    }
}
