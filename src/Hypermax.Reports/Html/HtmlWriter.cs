using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hypermax.Results;

namespace Hypermax.Html;

/// <summary>Writes HTML so that nothing from outside can become markup: every text and attribute value is escaped here and nowhere else.</summary>
/// <remarks>Names of elements and attributes are constants of this project, never data.</remarks>
internal sealed class HtmlWriter(TextWriter writer)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes markup as it is; for constants only.</summary>
    /// <param name="markup">The markup.</param>
    public HtmlWriter Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Writes text.</summary>
    /// <param name="text">Any text.</param>
    public HtmlWriter Text(string text)
    {
        writer.Write(Encoder.Encode(VisibleText.Of(text)));
        return this;
    }

    /// <summary>Begins an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Attribute names and values; null values are left out.</param>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        writer.Write('<');
        writer.Write(name);
        foreach ((string attribute, string? value) in attributes)
        {
            if (value is not null)
            {
                writer.Write($" {attribute}=\"{Encoder.Encode(VisibleText.Of(value))}\"");
            }
        }

        writer.Write('>');
        return this;
    }

    /// <summary>Ends an element.</summary>
    /// <param name="name">Its name.</param>
    public HtmlWriter Close(string name)
    {
        writer.Write($"</{name}>");
        return this;
    }

    /// <summary>Writes an element that holds text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributes">Attribute names and values; null values are left out.</param>
    public HtmlWriter Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(name, attributes).Text(text).Close(name);

    /// <summary>Writes a name that somebody else chose: kept apart from the direction of the text around it.</summary>
    /// <param name="name">The name.</param>
    public HtmlWriter Name(string name) => Element("bdi", name);

    /// <summary>Ends the line.</summary>
    public HtmlWriter Line()
    {
        writer.Write('\n');
        return this;
    }
}
