using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using Hypermax.Ci;
using Hypermax.Testing.Results;

namespace Hypermax.Testing.Tests.Results;

/// <summary>What tests found goes where continuous integration shows it, one test after the other.</summary>
public sealed class TestResultsTests : IDisposable
{
    private static readonly Assembly Tests = typeof(TestResultsTests).Assembly;
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-results-").FullName;
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly Lines _lines = new();

    private string Summary => Path.Combine(_folder, "summary.md");

    public void Dispose()
    {
        // Folders are claimed for as long as the process lives.
        foreach (string file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != ".lock"))
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Add_EachTest_FilesHaveAllAndTheSummaryGrows()
    {
        TestResults results = Make("github sarif junit trx gitlab badge");

        results.Add(Study("A.Good"), _lines.Say);
        string first = File.ReadAllText(Summary);
        results.Add(Study("A.Bad", new CiRemark(CiLevel.Error, "HMXB0050", "Title", "It has got worse.", At(7))), _lines.Say);

        string folder = Path.Combine(_folder, "ci", Tests.GetName().Name!);
        Assert.Equal(["A.Good", "A.Bad"], XDocument.Load(Path.Combine(folder, "hypertune.junit.xml")).Descendants("testcase").Select(
            test => (string?)test.Attribute("name")));
        Assert.Contains("outcome=\"Failed\"", File.ReadAllText(Path.Combine(folder, "hypertune.trx")), StringComparison.Ordinal);
        using JsonDocument sarif = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "hypertune.sarif")));
        JsonElement found = Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        JsonElement place = found.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("src/Tests.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(7, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.True(File.Exists(Path.Combine(folder, "A.Good.badge.json")));
        Assert.StartsWith("\n- ✅ **A.Good** (Hypermax.Testing.Tests): best 0.5, 8 trials", first, StringComparison.Ordinal);
        Assert.StartsWith(first + "\n- ❌ **A.Bad** (Hypermax.Testing.Tests): best 0.5, 8 trials", File.ReadAllText(Summary), StringComparison.Ordinal);
        Assert.Contains("  - ❌ It has got worse. — HMXB0050, `src/Tests.cs:7`\n", File.ReadAllText(Summary), StringComparison.Ordinal);
    }

    // A runner prints the output of tests that fail, and keeps that of others to itself: a target prints theirs at the end.
    [Fact]
    public void Add_Commands_AreSaidByTestsThatFailAndKeptOfOthers()
    {
        TestResults results = Make("github azure");

        results.Add(Study("A.Warns", new CiRemark(CiLevel.Warning, "HMXB0051", "Title", "There is better.", At(3))), _lines.Say);
        string before = _lines.Text;
        results.Add(Study("A.Bad", new CiRemark(CiLevel.Error, "HMXB0050", "Title", "It has got worse.", At(7))), _lines.Say);

        Assert.Empty(before);
        Assert.Equal(
            [
                "##vso[task.logissue type=error;sourcepath=src/Tests.cs;linenumber=7;columnnumber=1;code=HMXB0050;]It has got worse.",
                "::error file=src/Tests.cs,line=7,col=1,title=HMXB0050%3A Title::It has got worse.",
            ],
            _lines.Text.Split('\n'));
        string[] kept = File.ReadAllLines(Path.Combine(_folder, "ci", Tests.GetName().Name!, TestResults.CommandsFile));
        Assert.Equal(3, kept.Length);
        Assert.StartsWith("##vso[task.logissue type=warning;", kept[0], StringComparison.Ordinal);
        Assert.StartsWith("::warning file=src/Tests.cs,line=3,", kept[1], StringComparison.Ordinal);
        Assert.StartsWith("##vso[task.uploadsummary]", kept[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Add_SameNameAgain_TakesThePlaceOfTheFirst()
    {
        TestResults results = Make("junit");

        results.Add(Study("A.Flaky", new CiRemark(CiLevel.Error, "HMXB0050", "Title", "Worse.", At(7))), _lines.Say);
        results.Add(Study("A.Flaky"), _lines.Say);

        Assert.Empty(XDocument.Load(Path.Combine(_folder, "ci", Tests.GetName().Name!, "hypertune.junit.xml")).Descendants("failure"));
    }

    [Fact]
    public void Add_AnotherProcessAlive_HasAFolderOfItsOwn()
    {
        Make("junit").Add(Study("A.One"), _lines.Say);
        Make("junit").Add(Study("A.Two"), _lines.Say);

        Assert.Equal(
            [Tests.GetName().Name!, Tests.GetName().Name! + "-2"],
            Directory.GetDirectories(Path.Combine(_folder, "ci")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Add_FromManyAtOnce_NoEntryIsLostOrTorn()
    {
        TestResults[] processes = [Make("github"), Make("github"), Make("github")];

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => processes[i % 3].Add(Study($"A.T{i}"), _lines.Say))));

        string[] entries = [.. File.ReadAllLines(Summary).Where(line => line.Length > 0)];
        Assert.Equal(60, entries.Distinct(StringComparer.Ordinal).Count());
        Assert.All(entries, entry => Assert.Matches(@"^- ✅ \*\*A\.T\d+\*\* \(Hypermax\.Testing\.Tests\): best 0\.5, 8 trials$", entry));
    }

    [Fact]
    public void Add_SummaryCannotBeWritten_IsALineAndNothingElseSuffers()
    {
        _variables["GITHUB_STEP_SUMMARY"] = Path.Combine(_folder, "missing", "summary.md");

        Make("github junit").Add(Study("A.Good"), _lines.Say);

        Assert.Contains("summary.md' was not written for continuous integration", _lines.Text, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "ci", Tests.GetName().Name!, "hypertune.junit.xml")));
    }

    [Fact]
    public void Add_NobodyAsked_WritesNothing()
    {
        Make(formats: null).Add(Study("A.Good"), _lines.Say);

        Assert.False(Directory.Exists(Path.Combine(_folder, "ci")));
    }

    [Fact]
    public void Position_OfADeterministicBuild_LiesInTheRepository()
    {
        Make("gitlab").Add(
            Study("A.Bad", new CiRemark(CiLevel.Error, "HMXB0050", "Title", "Worse.", new SourcePosition("/_/test/Guards.cs", 4, 1))), _lines.Say);

        string text = File.ReadAllText(Path.Combine(_folder, "ci", Tests.GetName().Name!, "gl-code-quality.json"));
        Assert.Contains("\"path\": \"test/Guards.cs\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TestPosition_OfAnAttribute_IsItsLine()
    {
        SourcePosition position = TestPosition.Of(typeof(XunitTests).GetMethod(nameof(XunitTests.StillGood))!)!;

        Assert.Equal("XunitTests.cs", Path.GetFileName(position.File));
        Assert.Contains("[TunedFact(typeof(Kitchen)", File.ReadLines(position.File).ElementAt(position.Line - 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Kitchen.QuietWorse), "HMXB0050")]
    [InlineData(nameof(Kitchen.Stale), "HMX2001")]
    [InlineData(nameof(Kitchen.Throws), "HMXB0053")]
    public async Task Guard_ThatFails_HasTheRuleOfWhatIsWrong(string study, string rule)
    {
        HypermaxAssertException error = await Assert.ThrowsAsync<HypermaxAssertException>(() => HypermaxAssert.TunedStillGoodAsync(study));

        Assert.Equal(rule, error.Rule.Id);
    }

    private static CiStudy Study(string name, params CiRemark[] remarks) =>
        new() { Name = name, Best = 0.5, Trials = 8, Complete = 8, Remarks = remarks };

    private SourcePosition At(int line) => new(Path.Combine(_folder, "src", "Tests.cs"), line, 1);

    private TestResults Make(string? formats) => new(
        Tests,
        name => name switch
        {
            "HYPERTUNE_CI" => formats,
            "GITHUB_STEP_SUMMARY" => _variables.GetValueOrDefault(name, Summary),
            "GITHUB_ACTIONS" => formats is null ? null : "true",
            "GITHUB_WORKSPACE" => _folder,
            _ => null,
        },
        _folder);
}
