using System.Text.Json;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Config;
using Hypermax.TestSupport;

namespace Hypermax.Tests.SearchFile;

public sealed class FileSearchTests : IDisposable
{
    private const string Space = """{"type": "object", "properties": {"rate": {"type": "number", "min": 1, "max": 2}, "kind": {"enum": ["a", "b"]}}}""";

    private readonly TemporaryConfig _file = new("{}");
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Search_Twice_WritesTwoFoldersWithOtherPoints()
    {
        Write(trials: 3);

        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));
        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));

        foreach (string name in (string[])["results.csv", "best.json", "second_best.json", "third_best.json", "report.html", "journal.jsonl", "logs", "charts"])
        {
            Assert.True(Path.Exists(Path.Combine(Results(0), name)), name);
        }

        Assert.Equal("[]", Read(0, "current_trials.json").Trim());
        Assert.Equal("none", Json(0, "guidance.json").GetProperty("filteringMode").GetString());
        Assert.Equal(3, Json(0, "search.json").GetProperty("search").GetProperty("iterations").GetInt32());
        Assert.Equal(JsonValueKind.Object, Json(0, "best.json").GetProperty("parameters").ValueKind);
        Assert.Contains("has all its 3 trials", _output.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(Study(0).Trials.Select(trial => trial.Point), Study(1).Trials.Select(trial => trial.Point));
        Assert.Equal([0L, 1L], [Study(0).Header!.Seed, Study(1).Header!.Seed]);
    }

    /// <summary>A model for Hypermax's <c>abh</c> finds its budget among the parameters.</summary>
    [Fact]
    public async Task Search_BudgetsAsInHypermax_ReachTheModelAmongItsParameters()
    {
        string train = _file.Add("train", "#!/bin/sh\nread -r p; echo \"$p\" >> \"$0.seen\"; echo 0.5\n");
        Scripts.MakeExecutable(train);
        _file.Add("search.json", $$$"""
            {"hyperparameters": {{{Space}}}, "function": {"type": "executable", "command": "{{{train}}}"},
             "results": {"directory": "{{{_file.Folder}}}/results"},
             "search": {"method": "abh", "iterations": 20, "min_budget": 1, "max_budget": 9, "eta": 3, "schedule_options": {"brackets": 1} } }
            """);

        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));

        IReadOnlyList<TrialRecord> trials = Study(0).Trials;
        IEnumerable<double> seen = File.ReadLines(train + ".seen").Select(line => JsonDocument.Parse(line).RootElement.GetProperty("$budget").GetDouble());
        Assert.Equal(trials.Select(trial => (double)trial.Budget!.Amount), seen);
        Assert.Equal([1, 3, 9], trials.Select(trial => (int)trial.Budget!.Amount).Distinct().Order());
        Assert.Equal([2], trials.Select(trial => trial.Budget!.Group).Distinct());
        Assert.False(Json(0, "best.json").GetProperty("parameters").TryGetProperty("$budget", out _));
    }

    [Fact]
    public async Task Search_UnfinishedAndNobodyToAsk_GoesOnAndSaysSo()
    {
        await BeginAsync();

        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));

        Assert.Equal(5, Study(0).Trials.Count);
        Assert.False(Directory.Exists(Results(1)));
        Assert.Contains(
            $"{Results(0)} holds 3 of 5 trials of this search and is gone on with; --new begins another",
            _output.ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 5, ExitCodes.Done, false)]
    [InlineData(false, 3, ExitCodes.Done, true)]
    [InlineData(null, 3, ExitCodes.Cancelled, false)]
    public async Task Search_UnfinishedAndSomebodyToAsk_DoesAsTold(bool? answer, int trials, int code, bool hasNew)
    {
        await BeginAsync();
        string? asked = null;

        bool? Ask(string question)
        {
            asked = question;
            return answer;
        }

        Assert.Equal(code, await RunAsync(Options() with { Ask = Ask }));

        Assert.Equal($"{Results(0)} holds 3 of 5 trials of this search. Go on there? [Y/n] ", asked);
        Assert.Equal(trials, Study(0).Trials.Count);
        Assert.Equal(hasNew, Directory.Exists(Results(1)));
    }

    [Fact]
    public async Task Search_ResumeOrNew_AsksNobody()
    {
        await BeginAsync();
        FileSearchOptions options = Options() with { Ask = _ => throw new InvalidOperationException("asked") };

        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Resume = false }));
        Assert.Equal(5, Study(1).Trials.Count);
        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Resume = true }));
        Assert.Equal(5, Study(0).Trials.Count);
        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Resume = true }));
        Assert.Equal(5, Study(2).Trials.Count);
    }

    [Fact]
    public async Task Search_FolderNamed_GoesOnThereOrBeginsThere()
    {
        await BeginAsync();
        string other = Path.Combine(_file.Folder, "elsewhere", "mine");

        Assert.Equal(ExitCodes.Done, await RunAsync(Options() with { Folder = Results(0) + "/" }));
        Assert.Equal(ExitCodes.Done, await RunAsync(Options() with { Folder = other }));

        Assert.Equal(5, Study(0).Trials.Count);
        Assert.Equal(5, JournalSnapshot.Read(other).Trials.Count);
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { Folder = other, Resume = false }));
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { Folder = other + "2", Resume = true }));
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { Folder = _file.Path }));
        Assert.Contains("is a file; results go into a folder", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { Folder = string.Empty }));
        Assert.Contains("The folder of results is an empty text", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { File = string.Empty }));
        Assert.Contains("The name of the configuration is an empty text", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"max\": 2", "\"max\": 3", "another space")]
    [InlineData("\"random\"", "\"sobol\"", "another method")]
    [InlineData("\"random\"", "\"random\", \"direction\": \"maximize\"", "another direction")]
    [InlineData("\"random\"", "\"random\", \"seed\": 8", "another seed")]
    [InlineData("echo {rate}", "echo 1{rate}", "another function")]
    public async Task Search_OtherSearch_BeginsAFolderAndSaysWhy(string before, string after, string difference)
    {
        await BeginAsync();
        File.WriteAllText(_file.Path, File.ReadAllText(_file.Path).Replace(before, after, StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Done, await RunAsync(Options() with { Resume = true }));

        Assert.Equal(3, Study(0).Trials.Count);
        Assert.Equal(5, Study(1).Trials.Count);
        Assert.Contains($"{Results(0)} is of a search with {difference}; begins {Results(1)}", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FolderOfAnotherSpaceNamed_IsRefusedAndLeftAlone()
    {
        await BeginAsync();
        File.WriteAllText(_file.Path, File.ReadAllText(_file.Path).Replace("\"max\": 2", "\"max\": 3", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Conflict, await RunAsync(Options() with { Folder = Results(0) }));

        Assert.Contains("Trials of different spaces do not mix", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, Study(0).Trials.Count);
    }

    [Fact]
    public async Task Search_FoldersOfOtherNames_AreSomebodysOwn()
    {
        foreach (string name in (string[])["results_old", "results_", "results_-1", "results_1x", "results"])
        {
            Directory.CreateDirectory(Path.Combine(_file.Folder, name));
        }

        Write(trials: 1);

        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));
        Assert.Single(Study(0).Trials);
    }

    [Fact]
    public async Task Search_FolderThatHasAllItsTrials_NamesTheKeyThatAsksForMore()
    {
        Write(trials: 3);
        FileSearchOptions options = Options() with { Folder = Results(0) };
        await RunAsync(options);

        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        Assert.Contains(
            "nothing was left to do: 'search.iterations' asks for more trials, -p HypertuneForce=true begins afresh\n",
            _output.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_CopyOfTheConfigurationInTheFolder_GoesOnByItself()
    {
        _file.Add("space.json", Space);
        Write(trials: 3, space: """{"$ref": "space.json"}""");
        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));
        File.Delete(Path.Combine(_file.Folder, "space.json"));

        FileSearchOptions copy = Options() with { File = Path.Combine(Results(0), "search.json"), Folder = Results(0), Properties = ["HypertuneTrials=4"] };
        Assert.Equal(ExitCodes.Done, await RunAsync(copy));

        Assert.Equal(4, Study(0).Trials.Count);
    }

    [Fact]
    public async Task Search_GuidanceInTheFolder_IsObeyed()
    {
        await BeginAsync();
        File.WriteAllText(
            Path.Combine(Results(0), "guidance.json"),
            """{"lockedParameters": [{"variable": "kind", "value": "b"}, {"variable": "rate", "value": 1.5}]}""");

        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));

        Assert.All(Study(0).Trials.Skip(3), trial => Assert.Equal([1.5, 1], [trial.Point[0], trial.Point[1]]));
        File.WriteAllText(Path.Combine(Results(0), "guidance.json"), """{"lockedParameters": [{"variable": "kid", "value": "b"}]}""");
        Write(trials: 6);
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options()));
        Assert.Contains("'guidance.json'", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Metrics_MakeTheLossFromWhatTrialsReturn()
    {
        Write(trials: 2, command: """["printf", "%s", "{{\"loss\": 1, \"time\": 9, \"spread\": {rate}}}"]""",
            more: """, "metrics": {"loss": {}, "spread": {"weight": 2}, "time": {"type": "time", "target_time": 5, "max_time": 10, "penalty_at_max": 0.1}}""");

        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));

        Assert.All(Study(0).Trials, trial => Assert.Equal(1 + (2 * trial.Point[0]) + 0.064, trial.Value, 9));
    }

    [Fact]
    public async Task Search_MetricsWithoutALoss_NeedNone()
    {
        Write(trials: 2, command: """["printf", "%s", "{{\"accuracy\": 0.75, \"stddev\": {rate}}}"]""",
            more: """, "metrics": {"accuracy": {"direction": "maximize"}, "stddev": {"weight": 0.5}}""");

        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));

        Assert.All(Study(0).Trials, trial => Assert.Equal((0.5 * trial.Point[0]) - 0.75, trial.Value, 9));
    }

    [Fact]
    public async Task Search_ProgramThatDoesNotExist_LeavesNoFolder()
    {
        Write(trials: 1, command: "\"./nowhere {rate}\"");

        Assert.Equal(ExitCodes.Environment, await RunAsync(Options()));

        Assert.Contains("nowhere' does not exist", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Results(0)));
    }

    [Fact]
    public async Task Search_NoSuchFile_SaysTheNearest()
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { File = Path.Combine(_file.Folder, "serach.json") }));
        Assert.Contains("Did you mean 'search.json'?", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search.json", true)]
    [InlineData("nowhere.yml", true)]
    [InlineData("run", false)]
    [InlineData("-p", false)]
    public void Is_FirstArgument_IsAFileOrAVerb(string argument, bool isFile) => Assert.Equal(isFile, ConfigPath.Is(argument, ["run", "search"]));

    [Theory]
    [InlineData("\n", true)]
    [InlineData("yes\n", true)]
    [InlineData("maybe\nN\n", false)]
    [InlineData("why\n", null)]
    [InlineData("", null)]
    public void Ask_Answers_AreYesNoOrNone(string input, bool? answer) => Assert.Equal(
        answer,
        Question.Ask("Go on? ", new StringReader(input), new StringWriter()));

    [Fact]
    public async Task Search_OtherFunctionInAFolderThatIsNamed_GoesOnAndWarns()
    {
        await BeginAsync();
        Write(trials: 5, command: "\"echo 1{rate}\"");

        Assert.Equal(ExitCodes.Done, await RunAsync(Options() with { Folder = Results(0) }));

        Assert.Equal(5, Study(0).Trials.Count);
        Assert.Contains("HMXB0023", _errors.ToString() + _output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_FolderThatCannotBe_SaysTheRuleAndTheRemedy()
    {
        Write(trials: 2);

        Assert.Equal(ExitCodes.Environment, await RunAsync(Options() with { Folder = Path.Combine(_file.Path, "under", "a", "file") }));

        Assert.Contains("HMXB0007: Results cannot be kept: ", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("Make the folder writable, free disk space, or name another folder", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SettingThatAnotherNeeds_IsNamedByItsKey()
    {
        Write(trials: 2);
        string text = File.ReadAllText(_file.Path).Replace("\"random\"", """ "random", "pruner_options": {"startupTrials": "3"} """, StringComparison.Ordinal);
        File.WriteAllText(_file.Path, text);

        ConfigCheck check = ConfigCheck.Read(_file.Path, []);

        Assert.Contains(
            "'search.pruner_options' needs a pruner that it sets up. Give 'search.pruner' as well",
            Assert.Single(check.Faults.All).Text,
            StringComparison.Ordinal);
    }

    private FileSearchOptions Options() => new() { File = _file.Path };

    private async Task BeginAsync()
    {
        Write(trials: 3);
        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));
        Write(trials: 5);
    }

    private void Write(int trials, string space = Space, string command = "\"echo {rate}\"", string more = "") => _file.Add("search.json", $$"""
        {
          "hyperparameters": {{space}},
          "function": {"type": "executable", "command": {{command}}},
          "search": {"method": "random", "iterations": {{trials}}},
          "results": {"directory": {{JsonSerializer.Serialize(Path.Combine(_file.Folder, "results"))}}}{{more}}
        }
        """);

    private string Results(int number) => Path.Combine(_file.Folder, FormattableString.Invariant($"results_{number}"));

    private JournalSnapshot Study(int number) => JournalSnapshot.Read(Results(number));

    private string Read(int number, string name) => File.ReadAllText(Path.Combine(Results(number), name));

    private JsonElement Json(int number, string name) => JsonDocument.Parse(Read(number, name)).RootElement;

    private Task<int> RunAsync(FileSearchOptions options) =>
        new FileSearch(options, new SearchLines(_output, isForBuild: false, _errors), _errors, TimeProvider.System).RunAsync(CancellationToken.None);
}
