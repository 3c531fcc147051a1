using System.Text;

namespace Hypermax.Execution.Logs;

/// <summary>Passes a program's output on to its log without the lines that are meant for us: from a key to the end of its line.</summary>
/// <remarks>Used by one reading thread.</remarks>
/// <param name="key">What our lines begin with.</param>
/// <param name="log">Receives the rest.</param>
internal sealed class KeyedOutput(string key, TrialLog log)
{
    private readonly byte[] _key = Encoding.ASCII.GetBytes(key);
    private readonly MarkedOutput _prints = new();
    private bool _isOurs;

    /// <summary>Passes on what was read.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            if (_isOurs)
            {
                int end = bytes.IndexOf((byte)'\n');
                if (end < 0)
                {
                    return;
                }

                _isOurs = false;
                bytes = bytes[(end + 1)..];
            }

            if (!_prints.Feed(bytes, _key, log, out byte[] rest))
            {
                return;
            }

            _isOurs = true;
            bytes = rest;
        }
    }
}
