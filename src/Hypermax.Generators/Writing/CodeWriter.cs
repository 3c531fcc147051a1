using System.Text;

namespace Hypermax.Generators.Writing;

/// <summary>Writes indented C# with <c>\n</c> line ends.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes lines at the current indentation; an empty text gives an empty line.</summary>
    public CodeWriter Line(string text = "")
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', 4 * _indent).Append(line);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes a header and braces around what is written before the scope is disposed.</summary>
    public Scope Block(string header, string end = "}")
    {
        Line(header).Line("{");
        return Indented(end);
    }

    /// <summary>Indents what is written before the scope is disposed.</summary>
    /// <param name="end">A line to write afterwards, or null for none.</param>
    public Scope Indented(string? end = null)
    {
        _indent++;
        return new Scope(this, end);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Goes back one level of indentation.</summary>
    internal readonly struct Scope(CodeWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
