using System.Text;
using Hypermax.Execution.Logs;

namespace Hypermax.Tests.Execution.Logs;

public sealed class TrialLogTests
{
    [Fact]
    public void Write_Nothing_MakesNoFile()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "log.txt");
        using (TrialLog log = new(path, 100))
        {
            log.Write([]);
        }

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Write_MoreThanTheCap_KeepsBothEndsAndSaysHowMuchIsMissing()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".txt");
        try
        {
            using (TrialLog log = new(path, 10))
            {
                log.Write(Encoding.ASCII.GetBytes("0123456789"));
                for (int i = 0; i < 1000; i++)
                {
                    log.Write(Encoding.ASCII.GetBytes(new string('m', 100)));
                }

                log.Write("the end"u8);
                Assert.Equal(100_017, log.Total);
            }

            string text = File.ReadAllText(path);
            Assert.StartsWith("0123456789\n… 34471 bytes left out …\nm", text, StringComparison.Ordinal);
            Assert.EndsWith("mmmthe end", text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Write_FolderThatCannotBeMade_CostsOnlyTheLog()
    {
        using TrialLog log = new("/proc/no/log.txt", 100);

        log.Write("a\nb\n"u8);

        Assert.Equal(("a\nb", false), (log.Tail(5), log.HasFile));
    }

    [Fact]
    public void Feed_MarkCutAnywhere_IsFoundAndNeverLogged()
    {
        byte[] mark = "\u001eabc\n"u8.ToArray();
        byte[] output = Encoding.UTF8.GetBytes("print\u001e\u001eab\u001eabc\nnext");
        for (int cut = 0; cut <= output.Length; cut++)
        {
            using TrialLog log = new(null, 0);
            MarkedOutput prints = new();

            bool first = prints.Feed(output.AsSpan(0, cut), mark, log, out byte[] rest);
            bool second = !first && prints.Feed(output.AsSpan(cut), mark, log, out rest);

            Assert.True(first || second);
            Assert.Equal("print\u001e\u001eab", log.Tail(1));
            Assert.Equal(first ? output[(output.Length - 4)..cut] : "next"u8.ToArray(), rest);
        }
    }

    [Fact]
    public void Feed_KeyedLinesCutAnywhere_AreLeftOut()
    {
        byte[] output = Encoding.UTF8.GetBytes("a\nab12ab12{\"loss\": 1}\nbab12{}\nab1\nab12");
        for (int cut = 0; cut <= output.Length; cut++)
        {
            using TrialLog log = new(null, 0);
            KeyedOutput prints = new("ab12", log);

            prints.Feed(output.AsSpan(0, cut));
            prints.Feed(output.AsSpan(cut));

            Assert.Equal("a\nbab1", log.Tail(9));
        }
    }
}
