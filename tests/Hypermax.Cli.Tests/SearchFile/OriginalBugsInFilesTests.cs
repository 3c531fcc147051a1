using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hypermax.Reports;
using Hypermax.Search;
using Hypermax.SearchFile;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.SearchFile;

/// <summary>Where the original went wrong with whole searches and their folders; the numbers are those of docs/hypermax.md.</summary>
public sealed class OriginalBugsInFilesTests : IDisposable
{
    private const string Small = """{"type": "object", "properties": {"a": {"enum": [1, 2, 3]}, "b": {"type": "boolean"}}}""";
    private const string Rate = """{"type": "object", "properties": {"rate": {"type": "number", "min": 1, "max": 2}}}""";

    private readonly TemporaryConfig _file = new("{}");
    private readonly StringWriter _errors = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("tpe")]
    [InlineData("random")]
    public async Task B8_Seeds_RepeatASearchAndNoPointIsTriedTwice(string method)
    {
        string search = $$"""{"method": "{{method}}", "iterations": 6, "seed": 3}""";

        Assert.Equal(ExitCodes.Done, await RunAsync(Small, "echo 1", search, ", \"parallel\": 2"));
        Assert.Equal(ExitCodes.Done, await RunAsync(Small, "echo 1", search, ", \"parallel\": 2"));

        Assert.Equal(6, Trials(0).Select(trial => trial.Point).Distinct().Count());
        Assert.Equal(Trials(0)[0].Point, Trials(1)[0].Point);
        Assert.Equal(Trials(0)[1].Point, Trials(1)[1].Point);
    }

    // Modules of these names lie on the path of the model and would fail when they are loaded; the tool itself carries no such library.
    [Fact]
    public async Task B11_RandomSearch_LoadsNoLibraryOfModels()
    {
        string[] libraries = ["lightgbm", "xgboost", "catboost", "sklearn", "numpy"];
        foreach (string library in libraries)
        {
            _file.Add($"{library}.py", "raise ImportError('nobody asked for it')\n");
        }

        Assert.Equal(ExitCodes.Done, await RunPythonAsync("def f(p):\n    return 1\n"));

        Assert.True(Assert.Single(Trials(0)).IsComplete, _errors.ToString());
        string carried = File.ReadAllText(Path.ChangeExtension(typeof(FileSearch).Assembly.Location, ".deps.json"));
        Assert.All(libraries, library => Assert.DoesNotContain(library, carried, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task B13_Memory_OfChildrenCountsAndReservedAddressesDoNot()
    {
        const string limit = ", \"auto_kill_max_ram\": 150, \"auto_kill_loss\": 9";
        const string once = """{"method": "random", "iterations": 1}""";

        await RunAsync(Rate, "python3 -c 'import time; x = bytearray(300 << 20); time.sleep(60)' & wait", once, limit);
        await RunAsync(Rate, "python3 -c 'import mmap; x = mmap.mmap(-1, 2 << 30); print(1)'", once, limit);

        Assert.Equal((FailureKind.Memory, 9), (Trials(0)[0].Outcome!.Failure, Trials(0)[0].Value));
        Assert.Equal((TrialState.Complete, 1), (Trials(1)[0].State, Trials(1)[0].Value));
    }

    [Fact]
    public async Task B24_ManyTrials_LeaveNoHandleBehind()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A process of its own, in which a handle a trial would be more than it may have.
        const string search = """{"method": "random", "iterations": 150}""";
        string program = _file.Add("model.sh", "echo 1\n");
        WriteSearch(Rate, $$"""{"type": "executable", "executable": "sh", "arguments": ["{{program}}"]}""", search);
        string command = $"ulimit -n 200; exec dotnet '{typeof(FileSearch).Assembly.Location}' '{_file.Path}' --new --no-ui";
        using Process process = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == ExitCodes.Done, errors + await output);
        Assert.Equal(150, Trials(0).Count(trial => trial.IsComplete));
    }

    [Fact]
    public async Task B26_WithoutAScreen_TheSearchRunsToItsEnd()
    {
        Assert.Equal(ExitCodes.Done, await RunAsync(Rate, "echo 1", """{"method": "random", "iterations": 3}""", more: ", \"ui\": {\"enabled\": false}"));
        Assert.Equal(3, Trials(0).Count);
    }

    [Fact]
    public async Task B28_FunctionOfTheSameProcess_LeavesAWholeFolder()
    {
        string folder = Path.Combine(_file.Folder, "study");
        SearchSpace space = new("S", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        using (Study study = Study.Create(space, new StudyOptions { Folder = folder, Trials = 5, Method = "random" }))
        {
            await study.RunAsync(new Hypermax.Execution.InProcess.InProcessExecutor((point, _) => Task.FromResult(point[0])));
        }

        Assert.Equal(ExitCodes.Done, ReportCommand.Run(folder, ReportCharts.None, isJson: false, TextWriter.Null, _errors));

        Assert.InRange(Json(Path.Combine(folder, "best.json")).GetProperty("loss").GetDouble(), 0, 1);
        Assert.Equal(6, File.ReadAllLines(Path.Combine(folder, "results.csv")).Length);
    }

    // An exponent without a point, a choice that is a number, booleans as Python writes them, numbers of trials that come twice.
    [Fact]
    public async Task B29_TableOfTheOriginal_IsReadByTheTypesOfItsParameters()
    {
        const string space = """
            {"type": "object", "properties": {
              "rate": {"type": "number", "min": 1e-6, "max": 1, "scaling": "logarithmic"},
              "kind": {"type": "string", "enum": ["7", "x"]}, "deep": {"type": "boolean"}}}
            """;
        string folder = Directory.CreateDirectory(Path.Combine(_file.Folder, "old")).FullName;
        File.WriteAllText(Path.Combine(folder, "results.csv"), """
            "trial","status","loss","time","log","error","rate","kind","deep"
            "0","ok","0.5","1","logs/trial_0.txt","","5E-05","7","True"
            "1","ok","1e-3","1","logs/trial_1.txt","","1e-6","x","False"
            "1","ok","nan","1","logs/trial_1.txt","","0.5","7","True"
            """);
        WriteSearch(space, """{"type": "command", "command": "echo 9"}""", """{"method": "random", "iterations": 5}""");
        File.Copy(_file.Path, Path.Combine(folder, "search.json"));

        int code = await RunAsync(space, """{"type": "command", "command": "echo 9"}""", """{"method": "random", "iterations": 5}""", "", folder);

        Assert.Equal(ExitCodes.Done, code);

        IReadOnlyList<TrialRecord> trials = JournalSnapshot.Read(folder).Trials;
        Assert.Equal([0, 1, 2, 3, 4], trials.Select(trial => trial.Number));
        Assert.Equal([5e-5, 1e-6, 0.5], trials.Take(3).Select(trial => trial.Point[0]));
        Assert.Equal([0.0, 1, 0], trials.Take(3).Select(trial => trial.Point[1]));
        Assert.Equal([1.0, 0, 1], trials.Take(3).Select(trial => trial.Point[2]));
        Assert.Equal((1e-3, FailureKind.NotFinite), (trials[1].Value, trials[2].Outcome!.Failure));
        string[] logs = [.. trials.Where(trial => trial.Number != 1).Select(trial => trial.Outcome!.Log).OfType<string>()];
        Assert.Equal(logs.Distinct(StringComparer.Ordinal), logs);
    }

    [Fact]
    public async Task B32_Files_AreWholeWheneverTheyAreRead()
    {
        string folder = Path.Combine(_file.Folder, "results_0");
        Task<int> search = RunAsync(Rate, "echo 1", """{"method": "random", "iterations": 40}""");
        int reads = 0;
        while (!search.IsCompleted)
        {
            foreach (string file in (string[])["search.json", "guidance.json", "current_trials.json", "best.json"])
            {
                string path = Path.Combine(folder, file);
                if (File.Exists(path))
                {
                    Assert.NotEqual(JsonValueKind.Undefined, Json(path).ValueKind);
                    reads++;
                }
            }

            await Task.Delay(1);
        }

        Assert.Equal(ExitCodes.Done, await search);
        Assert.True(reads > 0);
        Assert.DoesNotContain(
            Directory.GetFiles(_file.Folder, "*", SearchOption.AllDirectories),
            path => path.EndsWith('~') || path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    public async Task B33_Guidance_WorksWithEveryMethodAndNamesOfTheFirstLevel(string method)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_file.Folder, "guided")).FullName;
        File.WriteAllText(Path.Combine(folder, "guidance.json"), """
            {"lockedParameters": [{"variable": "a", "value": 2}], "scrambleParameters": [{"variable": "b"}],
             "refitParameters": [{"variable": "a", "refitStartTrial": 2}]}
            """);

        const string space = """{"type": "object", "properties": {"a": {"enum": [1, 2, 3, 4, 5, 6]}, "b": {"type": "number"}}}""";

        Assert.Equal(ExitCodes.Done, await RunAsync(space, "echo 1", $$"""{"method": "{{method}}", "iterations": 8}""", folder: folder));

        IReadOnlyList<TrialRecord> trials = JournalSnapshot.Read(folder).Trials;
        Assert.Equal(8, trials.Count);
        Assert.All(trials, trial => Assert.Equal(1, trial.Point[0]));
        Assert.Equal(8, trials.Select(trial => trial.Point[1]).Distinct().Count());
        Assert.StartsWith("trial,status,loss,time,log,error,a,b", File.ReadAllText(Path.Combine(folder, "results.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task B34_HypermaxResults_AreKeptAndNeverSent()
    {
        string mark = Path.Combine(_file.Folder, "sent");
        string bin = Directory.CreateDirectory(Path.Combine(_file.Folder, "bin")).FullName;
        string git = Path.Combine(bin, "git");
        File.WriteAllText(git, $"#!/bin/sh\ntouch {mark}\n");
        Scripts.MakeExecutable(git);
        string path = Environment.GetEnvironmentVariable("PATH") ?? string.Empty;
        Environment.SetEnvironmentVariable("PATH", $"{bin}:{path}");
        try
        {
            Assert.Equal(
                ExitCodes.Done,
                await RunAsync(
                    Rate, "echo 1", """{"method": "random", "iterations": 3}""", more: """, "hypermax_results": {"name": "n", "author": "me"}"""));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }

        Assert.False(File.Exists(mark));
        Assert.Equal("me", Json(Path.Combine(_file.Folder, "results_0", "metadata.json")).GetProperty("author").GetString());
    }

    [Fact]
    public async Task B42_NoGraphs_AreNoGraphsAtTheEndEither()
    {
        await RunAsync(Rate, "echo 1", """{"method": "random", "iterations": 7}""");

        Assert.False(Directory.Exists(Path.Combine(_file.Folder, "results_0", "charts")));
    }

    [Theory]
    [InlineData(
        "a function that prints after its result",
        "def f(p):\n    import atexit\n    atexit.register(lambda: print('bye'))\n    return 1\n",
        "Complete 1",
        "")]
    [InlineData("a function that raises", "def f(p):\n    raise ValueError('no such layer')\n", "Failed NaN", "ValueError: no such layer")]
    public async Task PythonFunctions_End(string about, string module, string expected, string message)
    {
        Assert.NotEmpty(about);

        await RunPythonAsync(module);

        TrialRecord trial = Assert.Single(Trials(0));
        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{trial.State} {trial.Value}"));
        Assert.Equal(message, trial.Outcome!.Message ?? string.Empty);
    }

    [Theory]
    [InlineData("import no_such_library\ndef f(p):\n    return 1\n", "python3", "No module named 'no_such_library'")]
    [InlineData("def f(p):\n    return 1\n", "/no/such/python", "/no/such/python")]
    [InlineData("def g(p):\n    return 1\n", "python3", "has no function 'f'")]
    public async Task PythonFunctions_ThatCannotBeLoaded_AreToldBeforeTheFirstTrial(string module, string interpreter, string expected)
    {
        Assert.NotEqual(ExitCodes.Done, await RunPythonAsync(module, interpreter));

        Assert.Contains(expected, _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_file.Folder, "results_0")));
    }

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    private IReadOnlyList<TrialRecord> Trials(int folder) =>
        JournalSnapshot.Read(Path.Combine(_file.Folder, FormattableString.Invariant($"results_{folder}"))).Trials;

    private Task<int> RunPythonAsync(string module, string interpreter = "python3")
    {
        _file.Add("odd_model.py", module);
        string function = $$"""
            {"type": "python_function", "module": "odd_model", "name": "f", "interpreter": "{{interpreter}}", "working_directory": "{{_file.Folder}}"}
            """;
        return RunAsync(Rate, function, """{"method": "random", "iterations": 1}""", string.Empty, null);
    }

    private Task<int> RunAsync(string space, string script, string search, string function = "", string more = "", string? folder = null)
    {
        string program = _file.Add("model.sh", script + "\n");
        return RunAsync(space, $$"""{"type": "executable", "executable": "sh", "arguments": ["{{program}}"]{{function}}}""", search, more, folder);
    }

    private Task<int> RunAsync(string space, string function, string search, string more, string? folder)
    {
        WriteSearch(space, function, search, more);
        FileSearchOptions options = new() { File = _file.Path, Folder = folder, Resume = folder is null ? false : null };
        SearchLines lines = new(new StringWriter(), isForBuild: false, _errors);
        return new FileSearch(options, lines, _errors, TimeProvider.System).RunAsync(CancellationToken.None);
    }

    private void WriteSearch(string space, string function, string search, string more = "") => _file.Add("search.json", $$"""
        {"hyperparameters": {{space}}, "function": {{function}}, "search": {{search}},
         "results": {"directory": "{{_file.Folder}}/results", "graphs": false}{{more}}}
        """);
}
