using System.Text;
using Hypermax.Execution.Logs;

namespace Hypermax.Execution.Command;

/// <summary>Divides what arrives on standard error: the trial's goes to its log, what stands behind a mark is kept apart.</summary>
/// <param name="log">The log of the trial.</param>
/// <param name="mark">The mark, or null when everything is the trial's.</param>
/// <param name="figures">Takes what is not the trial's out of what stands before it; null when nothing is.</param>
internal sealed class ErrorOutput(TrialLog log, byte[]? mark, FigureLines? figures = null)
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
    /// <returns>Whether it was a sign of life of the trial.</returns>
    public bool Feed(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            bool isSign = true;
            if (!_isAfter)
            {
                bytes = figures is null ? bytes : figures.Feed(bytes);
                isSign = !bytes.IsEmpty;
                _isAfter = _prints.Feed(bytes, mark, log, out byte[] rest);
                bytes = rest;
            }

            if (_isAfter && _after.Length < Most)
            {
                _after.Append(Encoding.UTF8.GetString(bytes));
            }

            return isSign;
        }
    }
}
