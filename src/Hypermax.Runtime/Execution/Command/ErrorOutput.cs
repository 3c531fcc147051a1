using System.Text;
using Hypermax.Execution.Logs;

namespace Hypermax.Execution.Command;

/// <summary>Divides what arrives on standard error: the trial's goes to its log, what stands behind a mark is kept apart.</summary>
/// <param name="log">The log of the trial.</param>
/// <param name="mark">The mark, or null when everything is the trial's.</param>
internal sealed class ErrorOutput(TrialLog log, byte[]? mark)
{
    /// <summary>A few lines of figures; whatever else a process that outlives its trial prints need not fill our memory.</summary>
    private const int Most = 4096;

    private readonly object _gate = new();
    private readonly MarkedOutput _prints = new();
    private readonly StringBuilder _after = new();
    private bool _isAfter;

    /// <summary>Gets what came behind the mark.</summary>
    public string AfterMark
    {
        get
        {
            lock (_gate)
            {
                return _after.ToString();
            }
        }
    }

    /// <summary>Takes what was read.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (!_isAfter)
            {
                _isAfter = _prints.Feed(bytes, mark, log, out byte[] rest);
                bytes = rest;
            }

            if (_isAfter && _after.Length < Most)
            {
                _after.Append(Encoding.UTF8.GetString(bytes));
            }
        }
    }
}
