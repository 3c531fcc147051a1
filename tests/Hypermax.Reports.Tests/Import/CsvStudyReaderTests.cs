using Hypermax.Import;
using Hypermax.Reports;

namespace Hypermax.Tests.Import;

public sealed class CsvStudyReaderTests
{
    private static readonly SearchSpace Space = new("S",
    [
        new NumericParameter("rate", Law.LogUniform, 1e-5, 1),
        new NumericParameter("size", Law.Uniform, 32, 96, step: 16, isInteger: true),
        new CategoricalParameter("act", ["relu", "elu"]),
        new NumericParameter("act.alpha", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(2, 1, 1)] }),
    ]);

    [Theory]
    [InlineData("rate,size,act,act.alpha,loss\n0.001,48,elu,0.5,0.25\n3.3E-05,96,relu,,0.5\n")]
    [InlineData("loss;act;act.alpha;size;rate\n0,25;elu;0,5;48;0,001\n0,5;relu;;96;3,3E-05\n")]
    [InlineData("\"rate\"\t\"loss\"\t\"act\"\t\"act.alpha\"\t\"size\"\r\n\"0.001\"\t\"0.25\"\t\"elu\"\t\"0.5\"\t\"48.0\"\r\n3.3e-5\t5e-1\trelu\t\t96\r\n")]
    [InlineData("\uFEFF Rate , size,ACT,act.alpha,Loss\n\n0.001,48,elu,.5,0.25\n0.000033,96,relu,,+0.5\n\n")]
    public void Read_AnyShape_SameTrials(string table)
    {
        ImportedStudy study = Read(table.TrimStart('\uFEFF'));

        Assert.Equal(2, study.Trials.Count);
        Assert.Equal([0.001, 48, 1, 0.5], study.Trials[0].Point);
        Assert.Equal(0.25, study.Trials[0].Value);
        Assert.Equal(3.3e-5, study.Trials[1].Point[0], 12);
        Assert.Equal(double.NaN, study.Trials[1].Point[3]);
        Assert.Equal(0.5, study.Trials[1].Value);
        Assert.Empty(study.Notes);
    }

    // With a search through all heads for each of them this would take hours.
    [Fact]
    public void Read_HundredThousandColumns_EachAMetric()
    {
        const int count = 100_000;
        string heads = string.Join(',', Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"m{i}")));
        string cells = string.Join(',', Enumerable.Range(0, count));

        ImportedStudy study = Read($"rate,size,act,act.alpha,loss,{heads}\n0.001,48,elu,0.5,0.25,{cells}\n");

        Assert.Equal(count, Assert.Single(study.Trials).Outcome!.Metrics.Count);
    }

    [Fact]
    public void Read_MissingColumns_NamesAllOfThemAndWhatIsThere()
    {
        ImportException error = Assert.Throws<ImportException>(() => Read("rate,act,score\n1,relu,1\n"));

        Assert.Equal(
            "The table has no column 'loss' (the loss), 'size', 'act.alpha'; it has 'rate', 'act', 'score'. "
            + "Name the loss column with --loss, or change the space so that its parameters are called like the columns.",
            error.Message);
    }

    [Fact]
    public void Read_DuplicateHead_SaysWhere()
    {
        ImportException error = Assert.Throws<ImportException>(() => Read("rate,size,act,act.alpha,loss,rate\n"));

        Assert.Contains("'rate' 2 times, in columns 1, 6", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WrongTypesEverywhere_NamesTheFirst()
    {
        ImportException error = Assert.Throws<ImportException>(() => Read("rate,size,act,act.alpha,loss\nfast,48,relu,,1\nslow,48,relu,,1\n"));

        Assert.Contains("None of 2 rows fits the space. The first: in row 1, 'rate' is 'fast', which is no number.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SomeRowsOutside_LeavesThemOutWithOneNote()
    {
        ImportedStudy study = Read("rate,size,act,act.alpha,loss\n0.1,48,relu,,1\n7,48,relu,,2\n0.1,48,gelu,,3\n0.2,50,relu,,4\n");

        Assert.Equal([1d, 4d], study.Trials.Select(trial => trial.Value));
        Assert.Equal(
            [
                "2 of 4 rows were left out because they are no points of the space; in row 2, 'rate' is 7, outside 1E-05 … 1. Widen the space to keep them.",
                "1 value of 'size' lies between its steps and was moved to the nearest.",
            ],
            study.Notes);
    }

    [Fact]
    public void Read_LossesThatAreNone_BecomeFailedTrials()
    {
        ImportedStudy study = Read(
            "rate,size,act,act.alpha,loss,status,error,time\n0.1,48,relu,,,ok,,1\n0.1,48,relu,,nan,ok,,2\n0.1,48,relu,,10,fail,Memory: "
            + "too much,3\n0.1,48,relu,,0,ok,,4.5\n");

        Assert.Equal(
            [FailureKind.BadResult, FailureKind.NotFinite, FailureKind.Memory, FailureKind.None], study.Trials.Select(trial => trial.Outcome!.Failure));
        Assert.Equal("too much", study.Trials[2].Outcome!.Message);
        Assert.Equal(10, study.Trials[2].Value);
        Assert.True(study.Trials[3].IsComplete);
        Assert.Equal(TimeSpan.FromSeconds(4.5), study.Trials[3].Duration);
    }

    [Fact]
    public void Read_FurtherColumns_NumbersBecomeMetrics()
    {
        ImportedStudy study = Read("rate,size,act,act.alpha,loss,accuracy,host\n0.1,48,relu,,1,0.9,node7\n");

        Assert.Equal(0.9, study.Trials[0].Outcome!.Metrics["accuracy"]);
        Assert.Equal(["Column 'host' holds texts such as 'node7', so it is no metric; what follows the first of them was left out."], study.Notes);
    }

    [Theory]
    [InlineData("2,1,0", "2,1,0", 0)]
    [InlineData("5,5,7", "0,1,2", 1)]
    public void Read_TrialColumn_NumbersStayWhenTheyCount(string given, string losses, int notes)
    {
        string[] numbers = given.Split(',');
        ImportedStudy study = Read("trial,rate,size,act,act.alpha,loss\n" + string.Concat(numbers.Select((number, row) => $"{number},0.1,48,relu,,{row}\n")));

        Assert.Equal([0, 1, 2], study.Trials.Select(trial => trial.Number));
        Assert.Equal(losses, string.Join(',', study.Trials.Select(trial => trial.Value)));
        Assert.Equal(notes, study.Notes.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("rate,size,act,act.alpha,loss\n")]
    public void Read_NothingThere_SaysSo(string table)
    {
        Assert.Matches("empty|no rows", Assert.Throws<ImportException>(() => Read(table)).Message);
    }

    // As Hypermax's method abh writes them; its own best is the lowest loss at any budget.
    [Fact]
    public void Read_ColumnsOfBudgets_AreNoMetricsAndSmallOnesArePartial()
    {
        const string table = "trial,status,loss,rate,size,act,act.alpha,$budget,$loop,$group,$round\n"
            + "0,ok,0.1,0.01,48,relu,,1.0,0,2,0\n1,ok,0.4,0.02,48,relu,,9,0,2,2\n2,fail,,0.03,48,relu,,1,0,2,0\n3,ok,0.5,0.04,48,relu,,9,1,0,0\n";

        IReadOnlyList<TrialRecord> trials = CsvStudyReader.Read(new StringReader(table), Space).Trials;

        Assert.Equal([TrialState.Partial, TrialState.Complete, TrialState.Failed, TrialState.Complete], trials.Select(trial => trial.State));
        Assert.Equal(new TrialBudget(9) { Loop = 0, Group = 2, Round = 2 }, trials[1].Budget);
        Assert.All(trials, trial => Assert.Empty(trial.Outcome!.Metrics));
        Assert.Equal(1, new StudyData(CsvStudyReader.Read(new StringReader(table), Space).Header, trials).Best!.Number);
    }

    [Fact]
    public void Read_OwnTable_GivesTheSameStudyBack()
    {
        (Storage.StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest();
        using MemoryStream stream = new();
        Hypermax.Results.ResultsCsvWriter.Write(stream, header, trials);
        stream.Position = 0;

        ImportedStudy study = CsvStudyReader.Read(new StreamReader(stream), header.Space);

        Assert.Empty(study.Notes);
        Assert.Equal(trials.Select(trial => trial.Point), study.Trials.Select(trial => trial.Point));
        Assert.Equal(
            trials.Select(trial => (trial.State, trial.Value, trial.Outcome!.Failure, trial.Duration)),
            study.Trials.Select(trial => (trial.State, trial.Value, trial.Outcome!.Failure, trial.Duration)));
    }

    [Theory]
    [InlineData("rate,loss\n0.5,\"1,234.5\"\n", DecimalMark.Auto, 1234.5)]
    [InlineData("rate,loss\n0.5,\"0,5\"\n", DecimalMark.Auto, 0.5)]
    [InlineData("rate,loss\n0.5,\"1,234\"\n", DecimalMark.Auto, 1234)]
    [InlineData("rate;loss\n0,5;1,234\n", DecimalMark.Auto, 1.234)]
    [InlineData("rate;loss\n0,5;1.234,5\n", DecimalMark.Auto, 1234.5)]
    [InlineData("rate;loss\n0,5;1.234\n", DecimalMark.Comma, 1234)]
    [InlineData("rate,loss\n\"0,5\",\"1,234\"\n", DecimalMark.Comma, 1.234)]
    public void Read_DecimalMarks_AsWritten(string table, DecimalMark mark, double expected)
    {
        SearchSpace space = new("S", [new NumericParameter("rate", Law.Uniform, 0, 1)]);

        Assert.Equal(expected, CsvStudyReader.Read(new StringReader(table), space, new ImportOptions { Decimal = mark }).Trials[0].Value);
    }

    private static ImportedStudy Read(string table) => CsvStudyReader.Read(new StringReader(table), Space);
}
