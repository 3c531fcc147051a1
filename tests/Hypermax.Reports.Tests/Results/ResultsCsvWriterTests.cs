using System.Globalization;
using System.Text;
using Hypermax.Results;
using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Results;

public sealed class ResultsCsvWriterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Write_Forest_IsTheSameUnderEveryCulture(string culture)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest(12);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Golden.Verify(Text(header, trials), "csv");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_TrialsOutOfOrder_RowsInTrialOrderAndRunningLeftOut()
    {
        StudyHeader header = StudySamples.Header("S", new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]));
        TrialRecord running = StudySamples.Trial(1, 0, 0.5) with { State = TrialState.Running, Outcome = null };

        string text = Text(header, [StudySamples.Trial(2, 0.25, 0.25), running, StudySamples.Trial(0, 0.5, 0.5)]);

        Assert.Equal("trial,status,loss,time,log,error,x\n0,ok,0.5,1,,,0.5\n2,ok,0.25,1,,,0.25\n", text);
    }

    [Fact]
    public void Write_MaximisedObjective_LossIsTheNegativeOfTheValue()
    {
        StudyHeader header = StudySamples.Header("S", new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]), Direction.Maximize);

        string text = Text(header, [StudySamples.Trial(0, 0.75, 0.5)]);

        Assert.Equal("trial,status,loss,time,log,error,value,x\n0,ok,-0.75,1,,,0.75,0.5\n", text);
    }

    [Fact]
    public void Write_ParameterNamedLikeAFixedColumn_GetsAPrefix()
    {
        StudyHeader header = StudySamples.Header("S", new SearchSpace("S", [new NumericParameter("loss", Law.Uniform, 0, 1)]));

        string text = Text(header, [StudySamples.Trial(0, 1, 0.5)]);

        Assert.StartsWith("trial,status,loss,time,log,error,parameters.loss\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_MessageWithQuotesAndLines_IsQuoted()
    {
        StudyHeader header = StudySamples.Header("S", new SearchSpace("S", [new NumericParameter("x", Law.Uniform, 0, 1)]));
        TrialRecord failed = StudySamples.Trial(0, 1, 0.5) with
        {
            State = TrialState.Failed,
            Outcome = TrialOutcome.Fail(FailureKind.Exception, "a \"b\",\nc"),
        };

        Assert.EndsWith("0,fail,,1,,\"Exception: a \"\"b\"\",\nc\",0.5\n", Text(header, [failed]), StringComparison.Ordinal);
    }

    private static string Text(StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        using MemoryStream stream = new();
        ResultsCsvWriter.Write(stream, header, trials);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
