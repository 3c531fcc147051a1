using System.Xml.Linq;
using Hypermax.Build.Protocol;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Tune;

namespace Hypermax.Tests.Search;

/// <summary>What is said of a search goes into the files of continuous integration, at the study it is about.</summary>
public sealed class CiReportTests : IDisposable
{
    private static readonly SearchSpace Space = new("Space", [new NumericParameter("X", Law.Uniform, 0, 1)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-ci-").FullName;
    private readonly StringWriter _said = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_ErrorsOfAStudyAndOfTheProject_StandWhereTheyBelong()
    {
        (CiReport report, SearchLines lines, SearchTask task) = Make("junit");

        report.Begin(task);
        lines.Say(BuildRules.ConditionBroken, "too bad", task.PositionOf());
        report.End();
        lines.Say(BuildRules.CannotRun, "no worker");
        report.Write();

        XElement[] cases = [.. XDocument.Load(Path.Combine(_folder, "out", "ci", "hypertune.junit.xml")).Descendants("testcase")];
        Assert.Equal(["Train", "App"], cases.Select(found => (string?)found.Attribute("name")));
        Assert.Equal("HMXB0008: too bad", cases[0].Element("failure")?.Value);
        Assert.Equal("HMXB0012: no worker", cases[1].Element("error")?.Value);
    }

    [Theory]
    [InlineData("""{ "value": 0.5, "parameters": { "X": 0.25 } }""", false, "recorded 0.5")]
    [InlineData("""{ "value": 0.5, "parameters": { "X": 2 } }""", true, "recorded 0.5")]
    [InlineData("""{ "value": 0.5, "parameters": { "Y": 0.25 } }""", true, "recorded 0.5")]
    [InlineData("<<<<<<< HEAD", false, "best none")]
    public void Begin_TunedFile_IsReadAndMisfitsAreTold(string text, bool isStale, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "Train.hypertune.json"), text);
        (CiReport report, _, SearchTask task) = Make("junit");

        report.Begin(task);
        report.End();
        report.Write();

        string output = XDocument.Load(Path.Combine(_folder, "out", "ci", "hypertune.junit.xml")).Descendants("system-out").Single().Value;
        Assert.Equal(isStale, output.Contains("HMX2001: The tuned file of 'Train' does not fit", StringComparison.Ordinal));
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NobodyAsked_WritesNothing()
    {
        (CiReport report, SearchLines lines, _) = Make("none");

        lines.Say(BuildRules.CannotRun, "no worker");
        report.Write();

        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    [Fact]
    public void Write_SummaryCannotBeWritten_WarnsAndSaysTheCommands()
    {
        (CiReport report, SearchLines lines, _) = Make("github", Path.Combine(_folder, "missing", "summary.md"));

        lines.Say(BuildRules.CannotRun, "no worker");
        report.Write();

        Assert.Contains("warning HMXB0027", _said.ToString(), StringComparison.Ordinal);
        Assert.Contains("::error file=App.csproj,line=1,col=1,title=HMXB0012", _said.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, lines.Errors);
    }

    private (CiReport Report, SearchLines Lines, SearchTask Task) Make(string formats, string? summary = null)
    {
        string file = Path.Combine(_folder, "hypertune.args");
        string project = Path.Combine(_folder, "App.csproj");
        string output = Path.Combine(_folder, "out");
        ArgumentsFile.Write(
            file,
            [new("project", project), new("assembly", "App.dll"), new("worker", "W.dll"), new("output", output), new("HypertuneCi", formats)]);
        TuneArguments arguments = TuneArguments.Read(file, [], _ => null, out _)!;
        SearchLines lines = new(_said, isForBuild: false);
        SearchPlan plan = SearchPlan.Read("Train", _folder, Space, SettingSet.Empty, new Violations());
        SearchTask task = new() { Name = "Train", Space = Space, Plan = plan, Project = project, Position = new SourcePosition("App.cs", 3, 5) };
        return (new CiReport(arguments.CiSubject, lines, TimeProvider.System, name => name == "GITHUB_STEP_SUMMARY" ? summary : null), lines, task);
    }
}
