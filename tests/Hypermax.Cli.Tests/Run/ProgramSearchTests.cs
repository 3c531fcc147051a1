using System.CommandLine;
using System.Text.Json;
using System.Xml.Linq;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage.Journal;

namespace Hypermax.Tests.Run;

public sealed class ProgramSearchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-run-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    // Ten times the rate for p99, which grows from 5 to 20.
    private string Figures => $"python3 {Path.Combine(_folder, "figures.py")} {{rate}} near";

    public ProgramSearchTests()
    {
        File.WriteAllText(
            Path.Combine(_folder, "space.json"),
            """{"params":[{"name":"rate","type":"float","low":0.5,"high":2.0},{"name":"kind","type":"categorical","choices":["a","b"]}]}""");
        File.WriteAllText(
            Path.Combine(_folder, "figures.py"),
            "import json, sys\nrate = float(sys.argv[1])\nfigures = {sys.argv[2]: rate, 'far': rate * rate, 'p99': 10 * rate}\nprint(json.dumps(figures))\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_Command_SearchesAndGoesOnWhereItStopped()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", "echo {rate}")],
            Properties = ["HypertuneTrials=3", "HypertuneMethod=random", "HypertuneTrialSeconds=20"],
        };

        Assert.Equal(ExitCodes.Done, await RunAsync(options));
        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Properties = ["HypertuneTrials=5", "HypertuneMethod=random"] }));

        IReadOnlyList<TrialRecord> trials = JournalSnapshot.Read(options.Folder).Trials;
        Assert.Equal(5, trials.Count);
        Assert.All(trials, trial => Assert.Equal(trial.Point[0], trial.Value, 9));
        Assert.Contains("study: 5 trials, best ", _output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(options.Folder, "report.html")));
    }

    [Fact]
    public async Task Run_SeveralObjectives_WritesTheFrontAndTheChoice()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", Figures), new("--objective", "near:minimize far:maximize"), new("--constraint", "p99<=16"), new("--choose", "near")],
            Properties = ["HypertuneTrials=12", "HypertuneMethod=random", "HypertuneTrialSeconds=20"],
        };

        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        Assert.Contains("study: 12 trials, front of ", _output.ToString(), StringComparison.Ordinal);
        using JsonDocument front = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(options.Folder, "front.json")));
        JsonElement[] trials = [.. front.RootElement.GetProperty("trials").EnumerateArray()];
        Assert.Equal(front.RootElement.GetProperty("ends").GetProperty("near").GetInt32(), front.RootElement.GetProperty("chosen").GetInt32());
        Assert.All(trials, trial => Assert.InRange(trial.GetProperty("constraints").GetProperty("p99").GetDouble(), 0, 16));
        Assert.Equal(trials.Select(Near).Order(), trials.Select(Near));
        Assert.False(File.Exists(Path.Combine(options.Folder, "best.json")));
        string[] table = File.ReadAllLines(Path.Combine(options.Folder, "results.csv"));
        Assert.StartsWith("trial,status,loss,time,log,error,feasible,near,far,p99,", table[0], StringComparison.Ordinal);
        Assert.Contains(table, row => row.Contains(",,,no,", StringComparison.Ordinal) || row.Contains(",no,", StringComparison.Ordinal));

        static double Near(JsonElement trial) => trial.GetProperty("objectives").GetProperty("near").GetDouble();
    }

    // Else an object with 'error' says that the program failed.
    [Fact]
    public async Task Run_ObjectiveCalledError_IsAFigureAndNoFailure()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", Figures.Replace("near", "error", StringComparison.Ordinal)), new("--objective", "error far:maximize")],
            Properties = ["HypertuneTrials=3", "HypertuneMethod=random", "HypertuneTrialSeconds=20"],
        };

        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        Assert.All(JournalSnapshot.Read(options.Folder).Trials, trial => Assert.Equal(trial.Point[0], trial.Value, 9));
    }

    [Fact]
    public async Task Run_OneObjectiveWithAConstraint_TheBestKeepsIt()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", Figures), new("--objective", "near"), new("--constraint", "p99>=12")],
            Properties = ["HypertuneTrials=12", "HypertuneMethod=random", "HypertuneTrialSeconds=20"],
        };

        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        using JsonDocument best = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(options.Folder, "best.json")));
        Assert.True(best.RootElement.GetProperty("constraints").GetProperty("p99").GetDouble() >= 12);
        Assert.Contains("The constraint p99 >= 12 costs near.", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NothingKeepsTheConstraint_SaysWhatComesNearest()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", Figures), new("--constraint", "p99<=1"), new("--objective", "near")],
            Properties = ["HypertuneTrials=4", "HypertuneMethod=random", "HypertuneTrialSeconds=20"],
        };

        Assert.Equal(ExitCodes.Failed, await RunAsync(options));

        Assert.Contains("study: 4 trials, none of them keeps all constraints", _output.ToString(), StringComparison.Ordinal);
        string said = _output.ToString() + _errors;
        Assert.Contains("error HMXB0028: None of the 4 complete trials of 'study' keeps all constraints", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(options.Folder, "best.json")));
    }

    [Theory]
    [InlineData("--objective", "near:minimise", "did you mean 'minimize'?")]
    [InlineData("--constraint", "p99<20", "begins with no bound")]
    [InlineData("--choose", "knee", "chooses from a front, and the study has one objective")]
    public async Task Run_FiguresThatMakeNoSense_EndWithUsage(string option, string value, string said)
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { Shortcuts = [new("--command", Figures), new(option, value)] }));

        Assert.Contains(said, _output.ToString() + _errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FormatsAskedFor_AreWrittenInTheFolderOfTheStudy()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", "echo {rate}")],
            Properties = ["HypertuneTrials=2", "HypertuneMethod=random", "HypertuneCi=junit sarif"],
        };

        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        XElement test = XDocument.Load(Path.Combine(options.Folder, "ci", "hypertune.junit.xml")).Descendants("testcase").Single();
        Assert.Equal("study", (string?)test.Attribute("name"));
        Assert.StartsWith("study: 2 trials, best ", (string?)test.Element("system-out"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(options.Folder, "ci", "hypertune.sarif")));
    }

    [Fact]
    public async Task Run_NothingCompletes_IsAFailedTestAtTheSpace()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", "false")],
            Properties = ["HypertuneTrials=2", "HypertuneMethod=random", "HypertuneCi=gitlab"],
        };

        Assert.Equal(ExitCodes.Failed, await RunAsync(options));

        string issues = File.ReadAllText(Path.Combine(options.Folder, "ci", "gl-code-quality.json"));
        Assert.Contains("\"check_name\": \"HMXB0009\"", issues, StringComparison.Ordinal);
        Assert.Contains("space.json\"", issues, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "HypertuneSeed=0", "direction is recorded as minimize, but maximize is asked for")]
    [InlineData(false, "HypertuneSeed=4", "seed is recorded as 0, but 4 is asked for")]
    [InlineData(false, "HypertuneLoss=2*value", "loss is recorded as value, but 2*value is asked for")]
    [InlineData(false, "HypertuneMethod=tpe", "method is recorded as 'random', but 'tpe' is asked for")]
    [InlineData(true, "HypertuneSeed=4", "direction is recorded as minimize, but maximize is asked for; seed is recorded as 0, but 4 is asked for")]
    [InlineData(false, "HypertuneOrder=arrival", "order is recorded as repeatable, but arrival is asked for")]
    public async Task Run_StudyOfAnotherKind_OneMessageAndTheStudyIsAsItWas(bool maximize, string property, string expected)
    {
        RunOptions options = Options() with { Shortcuts = [new("--command", "echo 1")], Properties = ["HypertuneTrials=1", "HypertuneMethod=random"] };
        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        int code = await RunAsync(
            options with
            {
                Properties =
                [
                    "HypertuneTrials=2",
                    .. maximize ? ["HypertuneDirection=maximize"] : Array.Empty<string>(),
                    .. property.StartsWith("HypertuneMethod", StringComparison.Ordinal) ? Array.Empty<string>() : ["HypertuneMethod=random"],
                    property,
                ],
            });

        Assert.NotEqual(ExitCodes.Done, code);
        Assert.Contains(expected, Assert.Single(_errors.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Single(JournalSnapshot.Read(options.Folder).Trials);
    }

    [Fact]
    public async Task Run_FolderRenamed_GoesOn()
    {
        RunOptions options = Options() with { Shortcuts = [new("--command", "echo {rate}")], Properties = ["HypertuneTrials=1", "HypertuneMethod=random"] };
        await RunAsync(options);
        Directory.Move(options.Folder, options.Folder + "-renamed");

        Assert.Equal(
            ExitCodes.Done,
            await RunAsync(options with { Folder = options.Folder + "-renamed", Properties = ["HypertuneTrials=2", "HypertuneMethod=random"] }));

        Assert.Equal(2, JournalSnapshot.Read(options.Folder + "-renamed").Trials.Count);
    }

    [Fact]
    public async Task Run_ScriptChanged_SaysFromWhichTrial()
    {
        string script = Path.Combine(_folder, "train.sh");
        await File.WriteAllTextAsync(script, "echo 1\n");
        RunOptions options = Options() with { Shortcuts = [new("--command", $"sh {script}")], Properties = ["HypertuneTrials=2", "HypertuneMethod=random"] };
        await RunAsync(options);
        Assert.DoesNotContain("What decides the loss", _errors.ToString(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(script, "echo 101\n");
        await RunAsync(options with { Properties = ["HypertuneTrials=3", "HypertuneMethod=random"] });

        Assert.Contains("What decides the loss has changed: from trial 2 on", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal([1, 1, 101], JournalSnapshot.Read(options.Folder).Trials.Select(trial => trial.Value));
    }

    [Theory]
    [InlineData("remeasure", new double[] { 1, 1, 101, 101 })]
    [InlineData("fresh", new double[] { 101, 101 })]
    [InlineData("warn", new double[] { 1, 1 })]
    public async Task Run_ScriptChangedWithAnAnswer_DoesAsTold(string answer, double[] values)
    {
        string script = Path.Combine(_folder, "train.sh");
        await File.WriteAllTextAsync(script, "echo 1\n");
        RunOptions options = Options() with { Shortcuts = [new("--command", $"sh {script}")], Properties = ["HypertuneTrials=2", "HypertuneMethod=random"] };
        await RunAsync(options);

        await File.WriteAllTextAsync(script, "echo 101\n");
        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Properties = [.. options.Properties, $"HypertuneObjectiveChange={answer}"] }));

        Assert.Equal(values, JournalSnapshot.Read(options.Folder).Trials.Select(trial => trial.Value));
    }

    [Fact]
    public async Task Run_ScriptChangedAndNotAllowed_Refused()
    {
        string script = Path.Combine(_folder, "train.sh");
        await File.WriteAllTextAsync(script, "echo 1\n");
        RunOptions options = Options() with { Shortcuts = [new("--command", $"sh {script}")], Properties = ["HypertuneTrials=1", "HypertuneMethod=random"] };
        await RunAsync(options);

        await File.WriteAllTextAsync(script, "echo 101\n");

        Assert.Equal(ExitCodes.Conflict, await RunAsync(options with { Properties = [.. options.Properties, "HypertuneObjectiveChange=fail"] }));
        Assert.Contains("HypertuneObjectiveChange=warn", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OtherMethodAccepted_GoesOn()
    {
        RunOptions options = Options() with { Shortcuts = [new("--command", "echo {rate}")], Properties = ["HypertuneTrials=1", "HypertuneMethod=random"] };
        await RunAsync(options);

        Assert.Equal(
            ExitCodes.Done, await RunAsync(options with { Properties = ["HypertuneTrials=2", "HypertuneMethod=sobol", "HypertuneMethodChange=accept"] }));

        Assert.Equal("sobol", JournalSnapshot.Read(options.Folder).Header!.Method);
    }

    [Fact]
    public async Task Run_TrialsFail_SaysTheFirstAndRetriesAsTold()
    {
        int code = await RunAsync(
            Options() with { Shortcuts = [new("--command", "false")], Properties = ["HypertuneTrials=2", "HypertuneMethod=random", "HypertuneRetries=1"] });

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains(
            "warning HMXB0010: Trial 0 of 'study' failed (ProcessDied): The program ended with exit code 1.", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, JournalSnapshot.Read(Options().Folder).Trials[0].Outcome!.Metrics["retries"]);
    }

    [Theory]
    [InlineData("no-such-program --rate {rate}", "", 4, "no-such-program")]
    [InlineData("./space.json {rate}", "", 4, "not executable")]
    [InlineData("echo {lerning}", "", 4, "'lerning', which is no parameter")]
    [InlineData("echo {rate", "", 4, "{rate")]
    [InlineData("", "", 2, "one of the two")]
    [InlineData("echo 1", "HypertuneTrialSeconds=0", 2, "must be a number above 0")]
    [InlineData("echo 1", "HypertuneKillLoss=4", 2, "'HypertuneKillLoss' needs a limit")]
    [InlineData("echo 1", "HypertuneTrialSeconds=1;HypertuneTrialSilenceSeconds=3", 2,
        "'HypertuneTrialSilenceSeconds' must be below 'HypertuneTrialSeconds' (1 s)")]
    [InlineData("echo 1", "HypertuneTrialSecond=1", 2, "Did you mean 'HypertuneTrialSeconds'")]
    [InlineData("echo 1", "HypertuneStudy=x", 2, "cannot be said here. It may be given as")]
    [InlineData("echo 1", "HypertuneLoss=value +", 2, "cannot be understood")]
    [InlineData("echo 1", "HypertuneRetryOn=Silence", 2, "Set Retries above 0")]
    [InlineData("echo 1", "HypertuneConfirmLeaders=3;HypertuneTrialRepeats=5", 2, "'HypertuneConfirmRepeats' must be above 'HypertuneTrialRepeats' (5)")]
    [InlineData("echo 1", "HypertuneMethod=grid;HypertuneMethodOptions=levels=0", 2,
        "'levels of HypertuneMethodOptions' must be a whole number, 1 or above; it is '0'")]
    [InlineData("echo 1", "HypertuneMethod=tpe;HypertuneMethodOptions=preset=hyperopt level=3", 2,
        "'level of HypertuneMethodOptions' is no option of the method 'tpe'")]
    [InlineData("echo 1", "HypertuneMethod=magic", 2, "'HypertuneMethod' must be one of auto, ")]
    public async Task Run_Nonsense_OneMessageAndNoTrial(string command, string properties, int code, string expected)
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", command), new("--working-directory", _folder)],
            Properties = properties.Split(';', StringSplitOptions.RemoveEmptyEntries),
        };

        Assert.Equal(code, await RunAsync(options));

        string message = Assert.Single(_errors.ToString().TrimEnd().Split('\n'));
        Assert.StartsWith("error HMXB00", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(options.Folder));
    }

    [Fact]
    public async Task Run_MoreWorkersThanTheHostsHaveSlots_SaysHowMany()
    {
        int code = await RunAsync(
            Options() with
            {
                Shortcuts = [new("--command", "echo 1"), new("--host", "unreachable.invalid*2 other.invalid")],
                Properties = ["HypertuneWorkers=4"],
            });

        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("Property 'HypertuneWorkers' is 4, but the hosts have 3 slots in all", _errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no_such_module:train", "no_such_module")]
    [InlineData("json:no_such_function", "no_such_function")]
    [InlineData("json", "with a colon between")]
    public async Task Run_PythonThatCannotBeLoaded_OneMessageAndNoTrial(string function, string expected)
    {
        Assert.NotEqual(ExitCodes.Done, await RunAsync(Options() with { Shortcuts = [new("--python", function)] }));
        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Options().Folder));
    }

    [Theory]
    [InlineData("report", true, false)]
    [InlineData("all", true, true)]
    [InlineData("none", false, false)]
    public async Task Run_Charts_FilesAsAskedFor(string charts, bool hasSvg, bool hasPng)
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", "echo {rate}")],
            Properties = ["HypertuneTrials=3", "HypertuneMethod=random", $"HypertuneCharts={charts}"],
        };

        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        Assert.Equal(hasSvg, File.Exists(Path.Combine(options.Folder, "charts", "history.svg")));
        Assert.Equal(hasPng, File.Exists(Path.Combine(options.Folder, "charts", "history.png")));
    }

    [Fact]
    public async Task Run_NothingLeftToDo_SaysWhatAsksForMore()
    {
        RunOptions options = Options() with { Shortcuts = [new("--command", "echo {rate}")], Properties = ["HypertuneTrials=2", "HypertuneMethod=random"] };
        await RunAsync(options);
        Assert.DoesNotContain("nothing was left to do", _output.ToString(), StringComparison.Ordinal);

        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        Assert.Contains(
            "nothing was left to do: -p HypertuneTrials=N asks for more trials, -p HypertuneForce=true begins afresh\n",
            _output.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EndedByItsTarget_SaysSoInTheOutputAndTheReport()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", "echo 1")],
            Properties = ["HypertuneTrials=9", "HypertuneMethod=random", "HypertuneTarget=2"],
        };

        Assert.Equal(ExitCodes.Done, await RunAsync(options));

        Assert.Contains("ended by the target of 2\n", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("the target of 2", await File.ReadAllTextAsync(Path.Combine(options.Folder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Force_BeginsAfreshAndSaysWhereTheOldTrialsAre()
    {
        RunOptions options = Options() with { Shortcuts = [new("--command", "echo {rate}")], Properties = ["HypertuneTrials=2", "HypertuneMethod=random"] };
        await RunAsync(options);

        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Properties = ["HypertuneTrials=1", "HypertuneMethod=random", "HypertuneForce=true"] }));

        Assert.Contains("study: begins afresh; earlier trials are kept in ", _output.ToString(), StringComparison.Ordinal);
        Assert.Single(JournalSnapshot.Read(options.Folder).Trials);
    }

    [Fact]
    public async Task Run_NoneCompletes_OneErrorWithTheReason()
    {
        Assert.Equal(
            ExitCodes.Failed,
            await RunAsync(Options() with { Shortcuts = [new("--command", "false")], Properties = ["HypertuneTrials=2", "HypertuneMethod=random"] }));

        string error = Assert.Single(_errors.ToString().Split('\n'), line => line.StartsWith("error ", StringComparison.Ordinal));
        Assert.Contains("HMXB0009: None of the 2 trials of 'study' completed", error, StringComparison.Ordinal);
        Assert.Contains(
            "Trial 0 failed (ProcessDied): The program ended with exit code 1. Correct the objective, then begin afresh with -p HypertuneForce=true.",
            error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoTrialEnded_IsNoSuccess()
    {
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", "sleep 1000")],
            Properties = ["HypertuneTrials=2", "HypertuneMethod=random", "HypertuneTimeout=1"],
        };

        Assert.Equal(ExitCodes.Failed, await RunAsync(options));

        Assert.Contains("HMXB0009: No trial of 'study' has ended", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("Give it more, with -p HypertuneTimeout=TIME or -p HypertuneTrials=N, or", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OtherSpace_IsTheErrorOfABuild()
    {
        RunOptions options = Options() with { Shortcuts = [new("--command", "echo 1")], Properties = ["HypertuneTrials=1", "HypertuneMethod=random"] };
        await RunAsync(options);
        await File.WriteAllTextAsync(options.Space, """{"params":[{"name":"rate","type":"float","low":0.5,"high":3.0}]}""");

        Assert.Equal(ExitCodes.Conflict, await RunAsync(options));

        Assert.StartsWith("error HMXB0004: Study 'study' cannot go on as asked", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FolderThatCannotBe_OneMessageWithTheRemedy()
    {
        RunOptions options = Options() with
        {
            Folder = Path.Combine(_folder, "space.json", "study"),
            Shortcuts = [new("--command", "echo 1")],
            Properties = ["HypertuneTrials=1"],
        };

        Assert.Equal(ExitCodes.Environment, await RunAsync(options));

        Assert.StartsWith(
            "error HMXB0007: Study 'study' cannot be kept in ", Assert.Single(_errors.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("another folder with -o", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Cancelled_KeepsWhatIsFinishedAndSaysSo()
    {
        using CancellationTokenSource stop = new();
        string mark = Path.Combine(_folder, "mark");
        RunOptions options = Options() with
        {
            Shortcuts = [new("--command", $"sh -c 'if [ -e {mark} ]; then touch {mark}2; sleep 1000; fi; touch {mark}; echo 1'")],
            Properties = ["HypertuneTrials=9", "HypertuneMethod=random"],
        };
        Task<int> search = RunAsync(options, stop.Token);
        while (!File.Exists(mark + "2"))
        {
            Assert.False(search.IsCompleted, _errors.ToString());
            await Task.Delay(20);
        }

        await stop.CancelAsync();

        Assert.Equal(ExitCodes.Cancelled, await search);
        Assert.Contains("study: 1 trial, best 1 (trial 0)", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("ended by cancellation; the next search goes on from here", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_OnTheCommandLine_AreWrittenAsThoseOfABuild()
    {
        ParseResult parsed = RunCommand.Create().Parse(["--space", "s.json", "-o", "x", "-p:HypertuneForce=true", "-p", "HypertuneTrials=3"]);

        Assert.Empty(parsed.Errors);
        Assert.Equal(["HypertuneForce=true", "HypertuneTrials=3"], parsed.GetValue<string[]>("--property")!);
    }

    [Fact]
    public async Task Run_SaidOnceAndThenNot_IsAsRecorded()
    {
        RunOptions options = Options() with { Shortcuts = [new("--command", "echo 1")], Properties = ["HypertuneTrials=1"] };
        string[] once = ["HypertuneMethod=tpe", "HypertuneMethodOptions=gamma=0.3", "HypertuneSeed=7", "HypertuneOrder=arrival"];
        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Properties = [.. options.Properties, .. once] }));

        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Properties = ["HypertuneTrials=2"] }));
        Assert.Equal(ExitCodes.Conflict, await RunAsync(options with { Properties = ["HypertuneTrials=3", "HypertuneMethodOptions=gamma=0.2"] }));
        Assert.Contains("method options is recorded as 'gamma=0.3', but 'gamma=0.2' is asked for", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("HypertuneMethodChange=accept goes on with the other options", _errors.ToString(), StringComparison.Ordinal);
        string[] accepted = ["HypertuneTrials=3", "HypertuneMethodOptions=gamma=0.2", "HypertuneMethodChange=accept"];
        Assert.Equal(ExitCodes.Done, await RunAsync(options with { Properties = accepted }));

        JournalSnapshot study = JournalSnapshot.Read(options.Folder);
        Assert.Equal(("tpe", "gamma=0.2", 7, ProposalOrder.Arrival), (study.Header!.Method, study.Header.MethodOptions, study.Header.Seed, study.Header.Order));
        Assert.Equal(3, study.Trials.Count);
    }

    [Fact]
    public async Task Run_EverythingInTheFile_NeedsNoOptions()
    {
        string guidance = Path.Combine(_folder, "locked.json");
        await File.WriteAllTextAsync(guidance, """{"lockedParameters": [{"variable": "rate", "value": 1.5}]}""");
        await File.WriteAllTextAsync(Options().Space, """
            {
              "params": [{"name":"rate","type":"float","low":0.5,"high":2.0},{"name":"kind","type":"categorical","choices":["a","b"]}],
              "settings": {
                "command": ["sh", "-c", "echo $MODEL >> models; echo {rate} > result"],
                "workingDirectory": "FOLDER",
                "executorOptions": {"resultFile": "result", "environment": {"MODEL": "large {kind}"}},
                "guidance": "locked.json", "method": "random", "trials": 2
              }
            }
            """.Replace("FOLDER", _folder, StringComparison.Ordinal));

        Assert.Equal(ExitCodes.Done, await RunAsync(Options()));

        Assert.All(JournalSnapshot.Read(Options().Folder).Trials, trial => Assert.Equal(1.5, trial.Value));
        Assert.Equal(
            ["large a", "large b"],
            (await File.ReadAllLinesAsync(Path.Combine(_folder, "models"))).Append("large a").Append("large b").Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--executor-option", "copyTo=work", "is no option of commands")]
    [InlineData("--executor-option", "resultfiles=x", "'resultfiles of --executor-option' is no option of commands. Did you mean 'resultFile'?")]
    [InlineData("--host", "node*0", "Option '--host' must be ")]
    public async Task Run_OptionsOfExecutorsThatMakeNoSense_AreToldInTheWordsOfTheCommandLine(string option, string value, string expected)
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { Shortcuts = [new("--command", "echo 1"), new(option, value)] }));

        Assert.Contains(expected, Assert.Single(_errors.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Options().Folder));
    }

    [Fact]
    public void Shortcuts_OnTheCommandLine_AreTheLedgersAndComeOneWordEach()
    {
        IReadOnlyList<Option> options = Shortcuts.Create();
        Command run = new("run");
        foreach (Option option in options)
        {
            run.Add(option);
        }

        ParseResult parsed = run.Parse([
            "--host", "a*2", "--host", "b", "--executor-option", "sshOptions=-p 2222", "--executor-option", "copyTo=x", "--python", "model:train",
        ]);
        Violations violations = new();
        SettingSet given = SettingReader.Read(SettingSource.Shortcut, Shortcuts.Read(options, parsed), violations);

        Assert.Empty(parsed.Errors);
        Assert.Empty(violations.Sentences);
        Assert.Equal(["a*2", "b"], given.List(ProgramSettings.Hosts));
        Assert.Equal("-p 2222", given.Options(TrialSettings.ExecutorOptions)["sshOptions"]);
        Assert.Equal(3, given.Given.Count());
        Assert.NotEmpty(run.Parse(["--command", "a", "--command", "b"]).Errors);
    }

    [Fact]
    public async Task Run_CommandAndPythonOrNeither_IsRefused()
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options()));
        Assert.Equal(ExitCodes.Usage, await RunAsync(Options() with { Shortcuts = [new("--command", "echo 1"), new("--python", "a:b")] }));
        Assert.Contains("one of the two", _errors.ToString(), StringComparison.Ordinal);
    }

    private RunOptions Options() => new() { Space = Path.Combine(_folder, "space.json"), Folder = Path.Combine(_folder, "study") };

    private Task<int> RunAsync(RunOptions options, CancellationToken stop = default) =>
        new ProgramSearch(options.Read, new SearchLines(_output, isForBuild: false, _errors), TimeProvider.System).RunAsync(stop);
}
