using System.Text;

namespace Hypermax.Chaos;

/// <summary>A writer for the console that throws at everything.</summary>
internal sealed class BrokenWriter : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => throw new InvalidOperationException("no characters");

    public override void Write(string? value) => throw new InvalidOperationException("no text");

    public override void Flush() => throw new InvalidOperationException("no flush");
}
