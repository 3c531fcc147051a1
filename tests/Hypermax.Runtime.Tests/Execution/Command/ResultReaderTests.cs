using System.Text;
using Hypermax.Execution;
using Hypermax.Execution.Command;

namespace Hypermax.Tests.Execution.Command;

public sealed class ResultReaderTests
{
    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("-0", 0)]
    [InlineData("1e-3", 0.001)]
    [InlineData("training…\n\n  -3.25  \n\n", -3.25)]
    [InlineData("{\"loss\": 0}", 0)]
    [InlineData("{'not': 'json'}\n{\"loss\": 2}\n", 2)]
    [InlineData("epoch 1\n0.9 at step 3\n0.5\n", 0.5)]
    [InlineData("{\"step\":1,\"value\":9}\n{\"step\":2,\"value\":8}\n7", 7)]
    public void Read_OneResult_IsTheValue(string output, double expected)
    {
        TrialOutcome outcome = Read(output, out _);

        Assert.Equal((TrialState.Complete, expected), (outcome.State, outcome.Value));
    }

    [Theory]
    [InlineData("", "printed no result")]
    [InlineData("done", "neither a number nor a whole JSON object")]
    [InlineData("{\"loss\": 0.", "neither a number nor a whole JSON object")]
    [InlineData("{'loss': 0.5}", "json.dumps")]
    [InlineData("0.5\n0.7", "both bare numbers, 0.5 and 0.7")]
    [InlineData("{\"loss\":1}\nx\n{\"loss\":2}", "two results")]
    [InlineData("{\"loss\":1}{\"loss\":2}", "neither a number nor a whole JSON object")]
    [InlineData("{\"accuracy\":1}", "without 'loss'")]
    [InlineData("{\"loss\":\"low\"}", "which is not a number")]
    [InlineData("{\"loss\":true}", "which is not a number")]
    [InlineData("[1]", "neither a number nor a whole JSON object")]
    [InlineData("0,5", "neither a number nor a whole JSON object")]
    public void Read_NoClearResult_SaysWhatIsWrong(string output, string expected)
    {
        TrialOutcome outcome = Read(output, out _);

        Assert.Equal((TrialState.Failed, FailureKind.BadResult), (outcome.State, outcome.Failure));
        Assert.Contains(expected, outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ExtraFields_BecomeMetricsAndAttributes()
    {
        TrialOutcome outcome = Read(
            """{"loss":1,"accuracy":0.9,"note":"it's \"fine\"","ok":true,"sizes":[1,2],"fold":{"a":1,"b":"x"},"none":null,"bad":NaN,"text":"NaN is no """
            + """number"}""",
            out _);

        Assert.Equal(0.9, outcome.Metrics["accuracy"]);
        Assert.Equal(1, outcome.Metrics["fold.a"]);
        Assert.True(double.IsNaN(outcome.Metrics["bad"]));
        Assert.Equal("it's \"fine\"", outcome.Attributes["note"]);
        Assert.Equal("true", outcome.Attributes["ok"]);
        Assert.Equal("[1,2]", outcome.Attributes["sizes"]);
        Assert.Equal("NaN is no number", outcome.Attributes["text"]);
        Assert.False(outcome.Attributes.ContainsKey("none"));
    }

    [Fact]
    public void Read_Error_IsAnExceptionWithItsPlace()
    {
        TrialOutcome outcome = Read("""{"error":{"type":"ValueError","message":"no","file":"m.py","line":3}}""", out _);

        Assert.Equal((FailureKind.Exception, "ValueError: no"), (outcome.Failure, outcome.Message));
        Assert.Equal(new SourcePosition("m.py", 3, 1), outcome.Position);
    }

    [Fact]
    public void Read_Steps_AreReports()
    {
        Read("{\"step\":1,\"value\":9}\n{\"step\":2,\"loss\":NaN}\n7\n", out IReadOnlyList<TrialReport> reports);

        Assert.Equal([new TrialReport(1, 9), new TrialReport(2, double.NaN)], reports);
    }

    [Fact]
    public void Scan_AnyCutsBetweenChunks_GiveTheSame()
    {
        byte[] output = Encoding.UTF8.GetBytes("prose ä\n{\"step\":1,\"value\":9}\n\n{\"loss\":0.5,\"note\":\"✓\"}\n");
        for (int cut = 0; cut <= output.Length; cut++)
        {
            TrialNotes notes = Notes();
            ResultScanner scanner = new(notes);
            scanner.Feed(output.AsSpan(0, cut));
            scanner.Feed(output.AsSpan(cut));

            TrialOutcome outcome = ResultReader.Read(scanner.Finish(endedWell: true));

            Assert.Equal((0.5, "✓"), (outcome.Value, outcome.Attributes["note"]));
            Assert.Single(notes.Complete(outcome).Reports);
        }
    }

    [Fact]
    public void Scan_KilledInTheMiddleOfALine_DoesNotTakeHalfANumber()
    {
        ResultScanner scanner = new(Notes());
        scanner.Feed("0.12"u8);

        Assert.Null(scanner.Finish(endedWell: false).Last);
    }

    private static TrialOutcome Read(string output, out IReadOnlyList<TrialReport> reports)
    {
        TrialNotes notes = Notes();
        ResultScanner scanner = new(notes);
        scanner.Feed(Encoding.UTF8.GetBytes(output));
        TrialOutcome outcome = ResultReader.Read(scanner.Finish(endedWell: true));
        reports = notes.Complete(outcome).Reports;
        return outcome;
    }

    private static TrialNotes Notes() => new(new TrialJob { Number = 0, Space = new SearchSpace("s", []), Point = [], Seed = 0 });
}
