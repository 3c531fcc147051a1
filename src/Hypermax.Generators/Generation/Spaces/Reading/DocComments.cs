using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads descriptions from XML doc comments of every form, also in projects that do not generate documentation files.</summary>
internal static class DocComments
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    private static readonly string[] References = ["cref", "name", "langword", "href"];

    public static string? Summary(ISymbol symbol, CancellationToken cancellation) =>
        Find(symbol, static element => element.Name.LocalName == "summary", "<summary>(?<text>.*?)</summary>", cancellation);

    public static string? Parameter(ISymbol type, string name, CancellationToken cancellation) => Find(
        type,
        element => element.Name.LocalName == "param" && (string?)element.Attribute("name") == name,
        $"<param\\s+name\\s*=\\s*[\"']{Regex.Escape(name)}[\"']\\s*>(?<text>.*?)</param>",
        cancellation);

    private static string? Find(ISymbol symbol, Func<XElement, bool> fits, string pattern, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            string comment = Comment(reference.GetSyntax(cancellation));
            if (comment.Length > 0 && Read(comment, fits, pattern) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    // The compiler parses doc comments only where documentation is asked for, so the text of the trivia is read instead.
    private static string Comment(SyntaxNode node)
    {
        StringBuilder comment = new();
        foreach (SyntaxTrivia trivia in node.GetLeadingTrivia())
        {
            string text = trivia.ToFullString();
            if (text.StartsWith("/**", StringComparison.Ordinal) && text.EndsWith("*/", StringComparison.Ordinal) && text.Length > 4)
            {
                Append(comment, text.Substring(3, text.Length - 5), "*");
            }
            else if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.HasStructure || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
            {
                Append(
                    comment,
                    string.Join("\n", text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal))),
                    "///");
            }
        }

        return comment.ToString();
    }

    private static void Append(StringBuilder comment, string text, string mark)
    {
        foreach (string line in text.Split('\n'))
        {
            string plain = line.Trim();
            comment.Append(plain.StartsWith(mark, StringComparison.Ordinal) ? plain.Substring(mark.Length) : plain).Append('\n');
        }
    }

    // A description is not worth a failed build, however odd the comment.
    private static string? Read(string comment, Func<XElement, bool> fits, string pattern)
    {
        try
        {
            return XElement.Parse("<doc>" + comment + "</doc>", LoadOptions.PreserveWhitespace).Elements().FirstOrDefault(fits) is { } element
                ? Joined(Text(element))
                : null;
        }
        catch (XmlException)
        {
            return Loose(comment, pattern);
        }
    }

    private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => Reference(reference),
        XElement { Value.Length: 0 } reference => Reference(reference),
        XElement { Name.LocalName: "para" or "item" or "br" } block => " " + Text(block) + " ",
        XElement inner => Text(inner),
        _ => string.Empty,
    }));

    // 'T:System.Int32' and 'List{T}' as a reader writes them; a line break is a space.
    private static string Reference(XElement element)
    {
        string? target = References.Select(name => (string?)element.Attribute(name)).FirstOrDefault(value => value is not null);
        return target is null ? " "
            : target.Length > 2 && target[1] == ':' ? target.Substring(2)
            : element.Attribute("cref") is null ? target
            : target.Replace('{', '<').Replace('}', '>');
    }

    // What is no XML is read by its marks alone.
    private static string? Loose(string comment, string pattern)
    {
        try
        {
            Match found = Regex.Match(comment, pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, Limit);
            string named = Regex.Replace(
                found.Groups["text"].Value,
                "<[a-z]+ (?:cref|name|langword)=\"(?:[A-Z]:)?(?<what>[^\"]*)\"\\s*/>",
                "${what}",
                RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
                Limit);
            string text = Joined(Regex.Replace(named, "</?[a-zA-Z][^<>]*>", string.Empty, RegexOptions.CultureInvariant, Limit));
            return text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&amp;", "&");
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string Joined(string text) => string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
