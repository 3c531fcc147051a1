using System.Text;

namespace Hypermax.Execution.Command;

/// <summary>Takes lines of figures out of what a trial prints, wherever they stand in it.</summary>
/// <remarks>Each line was written at once, so it is whole. Used by one thread at a time.</remarks>
/// <param name="begin">What such a line begins with; its first byte stands nowhere else in it.</param>
/// <param name="take">Takes the rest of a line.</param>
internal sealed class FigureLines(byte[] begin, Action<string> take)
{
    private const int Longest = 100;

    private readonly List<byte> _held = [];

    /// <summary>Gets what is left of what was read, without what may be the beginning of a line of figures.</summary>
    public ReadOnlySpan<byte> Feed(ReadOnlySpan<byte> bytes)
    {
        if (_held.Count == 0 && !bytes.Contains(begin[0]))
        {
            return bytes;
        }

        List<byte> left = new(bytes.Length);
        foreach (byte letter in bytes)
        {
            Feed(letter, left);
        }

        return left.ToArray();
    }

    private void Feed(byte letter, List<byte> left)
    {
        bool isInLine = _held.Count >= begin.Length;
        if (isInLine && letter == (byte)'\n')
        {
            take(Encoding.UTF8.GetString([.. _held[begin.Length..]]));
            _held.Clear();
        }
        else if (isInLine ? letter != begin[0] && _held.Count < Longest : letter == begin[_held.Count])
        {
            _held.Add(letter);
        }
        else
        {
            left.AddRange(_held);
            _held.Clear();
            (letter == begin[0] ? _held : left).Add(letter);
        }
    }
}
