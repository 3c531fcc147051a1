using System.Text;
using Hypermax.Execution.Command;

namespace Hypermax.Tests.Execution.Command;

public sealed class FigureLinesTests
{
    private readonly List<string> _taken = [];

    [Theory]
    [InlineData("plain\n", "plain\n", "")]
    [InlineData("a\u001em 12 3\nb", "ab", "12 3")]
    [InlineData("\u001em 1\n\u001em 2\nx", "x", "1|2")]
    [InlineData("\u001em\nend", "\u001em\nend", "")]
    [InlineData("\u001e\u001em 7\n", "\u001e", "7")]
    [InlineData("\u001emore", "\u001emore", "")]
    [InlineData("\u001em 1\u001em 2\n", "\u001em 1", "2")]
    public void Feed_InPiecesOfAnySize_TakesTheLinesAndLeavesTheRest(string text, string left, string taken)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int size = 1; size <= bytes.Length; size++)
        {
            _taken.Clear();
            FigureLines lines = new(Encoding.UTF8.GetBytes("\u001em "), _taken.Add);
            StringBuilder rest = new();
            foreach (byte[] piece in bytes.Chunk(size))
            {
                rest.Append(Encoding.UTF8.GetString(lines.Feed(piece)));
            }

            Assert.Equal((left, taken), (rest.ToString(), string.Join('|', _taken)));
        }
    }

    [Fact]
    public void Feed_OfALineWithoutAnEnd_LeavesItToTheTrial()
    {
        FigureLines lines = new(Encoding.UTF8.GetBytes("\u001em "), _taken.Add);
        string endless = "\u001em " + new string('9', 1000);

        Assert.Equal(endless, Encoding.UTF8.GetString(lines.Feed(Encoding.UTF8.GetBytes(endless))));
        Assert.Empty(_taken);
    }
}
