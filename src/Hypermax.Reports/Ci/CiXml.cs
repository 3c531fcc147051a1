using System.Text;
using System.Xml;

namespace Hypermax.Ci;

/// <summary>How this room writes XML: what may not stand in it is replaced, and the rest escaped.</summary>
internal static class CiXml
{
    /// <summary>Gets the settings of all files: UTF-8 without a mark, indented, <c>\n</c>.</summary>
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes an attribute in one line.</summary>
    public static void WriteAttribute(XmlWriter writer, string name, string text) => writer.WriteAttributeString(name, CiText.OneLine(text));

    /// <summary>Writes text with its lines.</summary>
    public static void WriteText(XmlWriter writer, string text) => writer.WriteString(CiText.Clean(text).ReplaceLineEndings("\n"));

    /// <summary>Writes an element that holds text with its lines.</summary>
    public static void WriteElement(XmlWriter writer, string name, string text)
    {
        writer.WriteStartElement(name);
        WriteText(writer, text);
        writer.WriteEndElement();
    }
}
