using System.Text;
using System.Text.Json;
using Hypermax.Export;
using Hypermax.Import;
using Hypermax.Reports;

namespace Hypermax.Tests.Report;

/// <summary>The verbs <c>import</c>, <c>report</c> and <c>export</c> one after the other, and what they say to bad input.</summary>
public sealed class StudyVerbsTests : IDisposable
{
    private const string SpaceText = """{"params":[{"name":"rate","type":"float","low":0.00001,"high":1,"log":true},{"name":"kind","type":"categorica"""
        + """l","choices":["a","b"]}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-verbs-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Import_GoodTable_LeavesAStudyThatReportAndExportRead()
    {
        Assert.Equal(ExitCodes.Done, Import("rate,kind,loss\n0.1,a,1\n0.01,b,2\n3.3E-05,a,0.5\n"));
        Assert.Contains("3 trials imported", _output.ToString(), StringComparison.Ordinal);
        string csv = Path.Combine(_folder, "out.csv");
        string lines = Path.Combine(_folder, "out.jsonl");
        string contribution = Path.Combine(_folder, "contribution");

        Assert.Equal(ExitCodes.Done, ReportCommand.Run(Study, ReportCharts.None, isJson: false, _output, _errors));
        Assert.Equal(ExitCodes.Done, Export("csv", csv));
        Assert.Equal(ExitCodes.Done, Export("jsonl", lines));
        Assert.Equal(ExitCodes.Done, Export("hypermax-results", contribution));

        Assert.Equal(string.Empty, _errors.ToString());
        Assert.Equal(File.ReadAllText(Path.Combine(Study, "results.csv")), File.ReadAllText(csv));
        Assert.Equal(3, File.ReadLines(lines).Count());
        Assert.Equal(
            ["best.json", "correlations.csv", "metadata.json", "results.csv", "search.json"],
            Directory.GetFiles(contribution).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(new[] { "--no-charts" }, false)]
    [InlineData(new[] { "--charts", "none" }, false)]
    [InlineData(new string[0], true)]
    public void Report_Charts_AreThereAsAsked(string[] options, bool hasCharts)
    {
        Import("rate,kind,loss\n0.1,a,1\n0.01,b,2\n3.3E-05,a,0.5\n");

        int code = ReportCommand.Create().Parse([Study, .. options]).Invoke();

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal(hasCharts, Directory.Exists(Path.Combine(Study, "charts")));
    }

    [Fact]
    public void Export_WithoutTarget_GoesToStandardOutput()
    {
        Import("rate,kind,loss\n0.1,a,1\n");
        using MemoryStream standard = new();

        int code = ExportCommand.Run(Study, "csv", null, isJson: false, () => standard, _output, _errors);

        Assert.Equal(ExitCodes.Done, code);
        Assert.StartsWith("trial,status,loss", Encoding.UTF8.GetString(standard.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The table is empty")]
    [InlineData("rate,kind,loss\n", "heads but no rows")]
    [InlineData("rate,quality\n0.1,1\n", "no column 'loss' (the loss), 'kind'")]
    [InlineData("rate,kind,loss,loss\n0.1,a,1,2\n", "the column 'loss' 2 times, in columns 3, 4")]
    [InlineData("rate,kind,loss\nfast,a,1\nslow,b,2\n", "'rate' is 'fast', which is no number")]
    [InlineData("rate,kind,loss\n0.1,c,1\n", "'kind' is 'c', which is none of its choices")]
    [InlineData("rate,kind,loss\n7,a,1\n", "'rate' is 7, outside 1E-05 … 1")]
    public void Import_BadTable_OneLineThatNamesIt(string table, string said)
    {
        int code = Import(table);

        Assert.Equal(ExitCodes.Usage, code);
        Assert.StartsWith("error: ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains(said, _errors.ToString(), StringComparison.Ordinal);
        Assert.Single(_errors.ToString().TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(Study));
    }

    [Theory]
    [InlineData("rate;kind;loss\n0,1;a;1,5\n3,3E-05;b;2,25\n")]
    [InlineData("\"kind\"\t\"loss\"\t\"rate\"\na\t1.5\t1.0E-1\nb\t2.25\t3.3E-05\n")]
    public void Import_TableOfASpreadsheet_SameValues(string table)
    {
        Assert.Equal(ExitCodes.Done, Import(table));

        string[] rows = File.ReadAllLines(Path.Combine(Study, "results.csv"));
        Assert.Equal(["0,ok,1.5,0,,,0.1,a", "1,ok,2.25,0,,,3.3E-05,b"], rows[1..]);
    }

    [Fact]
    public void Import_SomeRowsWrong_ImportsTheRestAndSaysHowMany()
    {
        Assert.Equal(ExitCodes.Done, Import("rate,kind,loss\n0.1,a,1\n5,a,1\n0.2,b,2\n"));

        Assert.Contains("2 trials imported", _output.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("note: ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Import_SpaceThatIsNoJson_SaysWhichFile()
    {
        Assert.Equal(ExitCodes.Usage, Import("rate,kind,loss\n0.1,a,1\n", "{\"params\": ["));

        Assert.Matches(@"space\.json\(1,\d+\): error: This is no valid JSON", _errors.ToString());
    }

    [Fact]
    public void Import_FolderOfAnotherStudy_LeavesItAlone()
    {
        Import("rate,kind,loss\n0.1,a,1\n");
        string before = File.ReadAllText(Path.Combine(Study, "journal.jsonl"));

        int code = Import("rate,kind,loss\n0.3,b,2\n0.4,b,3\n");

        Assert.NotEqual(ExitCodes.Done, code);
        Assert.Equal(before, File.ReadAllText(Path.Combine(Study, "journal.jsonl")));
    }

    [Fact]
    public void Report_NoStudyThere_SaysSo()
    {
        Assert.Equal(ExitCodes.Environment, ReportCommand.Run(Path.Combine(_folder, "nothing"), ReportCharts.None, isJson: false, _output, _errors));

        Assert.StartsWith("error: ", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ImportAndExport_AsJson_SayWhatTheyDid()
    {
        string target = Path.Combine(_folder, "out.csv");

        Import("rate,kind,loss\n0.1,a,1\n0.2,b,2\n", isJson: true);
        Export("csv", target, isJson: true);

        JsonElement[] said = [.. _output.ToString().TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(("table", 2), (said[0].GetProperty("study").GetString(), said[0].GetProperty("trials").GetInt32()));
        Assert.Equal(Study, said[0].GetProperty("folder").GetString());
        Assert.Equal(target, Assert.Single(said[1].GetProperty("written").EnumerateArray()).GetString());
        Assert.Equal(3, File.ReadAllLines(target).Length);
        Assert.Equal(ExitCodes.Usage, Export("csv", target: null, isJson: true));
        Assert.Contains("take '--format jsonl'", _errors.ToString(), StringComparison.Ordinal);
    }

    private string Study => Path.Combine(_folder, "study");

    private int Import(string table, string space = SpaceText, bool isJson = false)
    {
        File.WriteAllText(Path.Combine(_folder, "table.csv"), table);
        File.WriteAllText(Path.Combine(_folder, "space.json"), space);
        (string file, string spaceFile) = (Path.Combine(_folder, "table.csv"), Path.Combine(_folder, "space.json"));
        return ImportCommand.Run(file, spaceFile, null, Study, new ImportOptions { Name = "table" }, isJson, _output, _errors);
    }

    private int Export(string format, string? target, bool isJson = false) =>
        ExportCommand.Run(Study, format, target, isJson, () => Stream.Null, _output, _errors);
}
