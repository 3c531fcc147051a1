using System.Text;
using System.Text.RegularExpressions;

namespace Hypermax.Tests.Ui;

/// <summary>What was written to a terminal so far.</summary>
internal sealed partial class RecordedScreen : MemoryStream
{
    private readonly Lock _lock = new();

    /// <summary>Gets all of it.</summary>
    public string All
    {
        get
        {
            lock (_lock)
            {
                return Encoding.UTF8.GetString(ToArray());
            }
        }
    }

    /// <summary>Gets it without escapes.</summary>
    public string Plain => Escapes().Replace(All, string.Empty);

    public override void Write(byte[] buffer, int offset, int count)
    {
        lock (_lock)
        {
            base.Write(buffer, offset, count);
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_lock)
        {
            base.Write(buffer);
        }
    }

    [GeneratedRegex("\u001b\\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escapes();
}
