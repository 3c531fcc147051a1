using System.Collections.Concurrent;
using Hypermax.Ui;

namespace Hypermax.Tests.Ui;

/// <summary>Keys that a test presses.</summary>
internal sealed class ScriptedKeys : IKeys
{
    private readonly ConcurrentQueue<ConsoleKeyInfo> _keys = new();

    public bool IsOver => false;

    public void Add(string keys)
    {
        foreach (char key in keys)
        {
            _keys.Enqueue(new ConsoleKeyInfo(key, key == '\r' ? ConsoleKey.Enter : 0, shift: false, alt: false, control: false));
        }
    }

    public bool TryTake(out ConsoleKeyInfo key) => _keys.TryDequeue(out key);

    public void Wait(TimeSpan longest) => Thread.Sleep(10);
}
