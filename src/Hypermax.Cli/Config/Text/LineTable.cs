using System.Text;

namespace Hypermax.Config.Text;

/// <summary>Finds the line and the column of a place in a text of UTF-8.</summary>
internal sealed class LineTable
{
    private readonly string _file;
    private readonly byte[] _bytes;
    private readonly List<int> _starts = [0];

    public LineTable(string file, byte[] bytes)
    {
        _file = file;
        _bytes = bytes;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\n')
            {
                _starts.Add(i + 1);
            }
        }
    }

    /// <summary>Gets the position of a byte; columns count letters, not bytes.</summary>
    public SourcePosition At(long offset)
    {
        int place = (int)Math.Clamp(offset, 0, _bytes.Length);
        int found = _starts.BinarySearch(place);
        int line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(_file, line + 1, Encoding.UTF8.GetCharCount(_bytes, _starts[line], place - _starts[line]) + 1);
    }

    /// <summary>Gets the position of a byte within a line, both counted from 0.</summary>
    public SourcePosition At(long line, long offset) => At(_starts[(int)Math.Clamp(line, 0, _starts.Count - 1)] + offset);
}
