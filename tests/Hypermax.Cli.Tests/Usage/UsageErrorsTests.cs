using Hypermax.Usage;

namespace Hypermax.Tests.Usage;

/// <summary>What is said of a command line that makes no sense.</summary>
public sealed class UsageErrorsTests
{
    [Theory]
    [InlineData("'hypermax worker --help'", "it must be a whole number from 1 to 2147483647.", "worker", "f", "--folder", "s", "--max-trials", "abc")]
    [InlineData("'hypermax worker --help'", "--folder is an empty text", "worker", "f", "--folder", "")]
    [InlineData("'hypermax slurm submit --help'", "--folder is an empty text", "slurm", "submit", "f", "--folder", "")]
    [InlineData("'hypermax best --help'", "--format is 'xml'; it must be one of json, yaml, csharp, args.", "best", "d", "--format", "xml")]
    [InlineData("'hypermax best --help'", "'hypermax best' needs a folder: The folder of a study.", "best")]
    [InlineData("'hypermax export --help'", "'hypermax export' needs --format: ", "export", "d")]
    [InlineData("'hypermax slurm --help'", "'hypermax slurm' needs a verb: submit, script, status, watch, logs, cancel.", "slurm")]
    [InlineData("'hypermax slurm --help'", "'submt' is no verb of 'hypermax slurm'. Did you mean 'submit'?", "slurm", "submt")]
    [InlineData("'hypermax status --help'", "'--jsn' is no option of 'hypermax status'. Did you mean '--json'?", "status", "d", "--jsn")]
    [InlineData("'hypermax status --help'", "'--jsn' is no option of 'hypermax status'. Did you mean '--json'?", "status", "--jsn", "d")]
    [InlineData("'hypermax dashboard --help'", "'--prot' is no option of 'hypermax dashboard'. Did you mean '--port'?", "dashboard", ".", "--prot", "9")]
    [InlineData("'hypermax dashboard --help'", "--key is the key of a certificate, and --cert names none.", "dashboard", "--key", "server.key")]
    [InlineData("'hypermax dashboard --help'", "--read-only lets nobody steer", "dashboard", "--read-only", "--allow-run")]
    [InlineData("'hypermax status --help'", "'more' is one word too many for 'hypermax status'.", "status", "d", "more")]
    [InlineData("'hypermax slurm script --help'", "--time is '1:99:99'", "slurm", "script", "f", "--folder", "s", "--time=1:99:99")]
    [InlineData("'hypermax slurm script --help'", "--workers says how many", "slurm", "script", "f", "--folder", "s", "--workers", "3")]
    [InlineData("'hypermax slurm script --help'", "--workers is '0'", "slurm", "script", "f", "--folder", "s", "--shell", "--workers", "0")]
    [InlineData("'hypermax slurm submit --help'", "must be an option of sbatch", "slurm", "submit", "f", "--folder", "s", "--sbatch", "rm")]
    public void Write_AMistake_IsOneSentenceAndWhereTheHelpIs(string help, string sentence, params string[] words)
    {
        StringWriter errors = new() { NewLine = "\n" };

        UsageErrors.Write(Verbs.Root().Parse(words), errors);

        string[] lines = errors.ToString().TrimEnd().Split('\n');
        Assert.True(lines.Length == 2, errors.ToString());
        Assert.StartsWith("error: ", lines[0], StringComparison.Ordinal);
        Assert.Contains(sentence, lines[0], StringComparison.Ordinal);
        Assert.Equal($"{help} says what there is.", lines[1]);
    }

    [Fact]
    public void Write_SeveralMistakes_AllAreSaid()
    {
        StringWriter errors = new();

        UsageErrors.Write(Verbs.Root().Parse(["worker", "f", "--max-trials", "x", "--grace", "soon"]), errors);

        Assert.Contains("--max-trials is 'x'", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("--grace is 'soon'", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Description", errors.ToString(), StringComparison.Ordinal);
    }
}
