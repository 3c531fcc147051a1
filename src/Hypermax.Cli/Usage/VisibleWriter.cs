using System.Text;
using Hypermax.Results;

namespace Hypermax.Usage;

/// <summary>Writes lines for people, in which no name and no message of others can move the cursor, colour the terminal or turn the text round.</summary>
/// <remarks>Not for what programs read, which is to be exact.</remarks>
/// <param name="inner">Takes the text; stays open.</param>
internal sealed class VisibleWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Gets the standard output: as it is for programs, and harmless for people.</summary>
    /// <param name="isJson">Whether it is for programs.</param>
    public static TextWriter Output(bool isJson) => isJson ? Console.Out : new VisibleWriter(Console.Out);

    /// <inheritdoc/>
    public override void Write(char value) => inner.Write(value == '\r' ? value : VisibleText.Of(value));

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(value is null ? null : VisibleText.Of(value));

    /// <inheritdoc/>
    public override void WriteLine() => inner.WriteLine();

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Write(value);
        inner.WriteLine();
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
