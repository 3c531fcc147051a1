using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads descriptions from XML doc comments, also in projects that do not generate documentation files.</summary>
internal static class DocComments
{
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    public static string? Summary(ISymbol symbol, CancellationToken cancellation) => Element(symbol, "<summary>", "</summary>", cancellation);

    public static string? Parameter(ISymbol type, string name, CancellationToken cancellation) =>
        Element(type, "<param name=\"" + name + "\">", "</param>", cancellation);

    private static string? Element(ISymbol symbol, string open, string close, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in symbol.DeclaringSyntaxReferences)
        {
            string comment = Comment(reference.GetSyntax(cancellation));
            int start = comment.IndexOf(open, StringComparison.Ordinal);
            int end = start < 0 ? -1 : comment.IndexOf(close, start, StringComparison.Ordinal);
            if (end > 0)
            {
                return TryPlain(comment.Substring(start + open.Length, end - start - open.Length));
            }
        }

        return null;
    }

    // The compiler parses doc comments only where documentation is asked for, so the text of the trivia is read instead.
    private static string Comment(SyntaxNode node)
    {
        string trivia = node.GetLeadingTrivia().ToFullString();
        return trivia.IndexOf("///", StringComparison.Ordinal) < 0
            ? string.Empty
            : string.Join(" ", trivia.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("///", StringComparison.Ordinal)).Select(line => line.Substring(3)));
    }

    // A description is not worth a failed build, however odd the comment.
    private static string? TryPlain(string xml)
    {
        try
        {
            return Plain(xml) is { Length: > 0 } text ? text : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string Plain(string xml)
    {
        if (xml.IndexOfAny(['<', '&', '\t']) < 0 && xml.IndexOf("  ", StringComparison.Ordinal) < 0)
        {
            return xml.Trim();
        }

        string named = Regex.Replace(xml, "<[a-z]+ (?:cref|name|langword)=\"(?:[A-Z]:)?(?<what>[^\"]*)\"\\s*/>", "${what}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit);
        string text = Regex.Replace(named, "</?[a-zA-Z][^<>]*>", string.Empty, RegexOptions.CultureInvariant, Limit);
        string joined = Regex.Replace(text, "\\s+", " ", RegexOptions.CultureInvariant, Limit).Trim();
        return joined.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&amp;", "&");
    }
}
