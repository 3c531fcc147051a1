using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Hypermax.Generators.Tests.Harness;

/// <summary>Source text with the diagnostics that are expected of it: <c>{|HMX0107:span|}</c>, which may be nested.</summary>
public sealed record MarkedSource(string Text, IReadOnlyList<MarkedSource.Mark> Marks)
{
    public static MarkedSource Parse(string marked)
    {
        var text = new StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(string Id, int Start)>();
        for (int i = 0; i < marked.Length; i++)
        {
            int colon = At(marked, i, "{|") ? marked.IndexOf(':', i) : -1;
            if (colon >= 0)
            {
                open.Push((marked[(i + 2)..colon], text.Length));
                i = colon;
            }
            else if (open.Count > 0 && At(marked, i, "|}"))
            {
                (string id, int start) = open.Pop();
                marks.Add(new Mark(id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        Assert.True(open.Count == 0, "A mark is not closed.");
        return new MarkedSource(text.ToString(), marks);
    }

    private static bool At(string text, int index, string token) => string.CompareOrdinal(text, index, token, 0, token.Length) == 0;

    public sealed record Mark(string Id, TextSpan Span);
}
