using Hypermax.Chaos.Cases;
using Hypermax.Execution;
using Hypermax.Execution.PythonFunction;

namespace Hypermax.Tests.Execution.PythonFunction;

public sealed class PythonFunctionExecutorTests
{
    private static readonly SearchSpace Space = new(
        "Literals",
        [
            new CategoricalParameter("flag", [true]),
            new CategoricalParameter("off", [false]),
            new CategoricalParameter("text", ["it's \"ä\""]),
            new NumericParameter("count", Law.Uniform, 1, 5, isInteger: true),
            new NumericParameter("rate", Law.Uniform, 0, 5),
            new NumericParameter("deep.inner", Law.Uniform, 1, 5, isInteger: true),
        ]);

    [Fact]
    public async Task Run_Values_HaveTheRightPythonTypes()
    {
        await using PythonFunctionExecutor executor = await PythonFunctionExecutor.CreateAsync(
            new PythonFunctionSpec { Module = "chaos_model", Name = "checks_literals", WorkingDirectory = Built.Python }, Space);

        TrialOutcome outcome = await executor.RunAsync(new TrialJob { Number = 0, Space = Space, Point = [0, 0, 0, 2, 1, 3], Seed = 1 }, default);

        Assert.True(outcome.State == TrialState.Complete, outcome.Message);
        Assert.Equal((0.5, 0.9, "it's fine"), (outcome.Value, outcome.Metrics["accuracy"], outcome.Attributes["note"]));
    }

    [Fact]
    public async Task Run_Exception_NamesThePythonLine()
    {
        SearchSpace programs = new("Chaos", [new CategoricalParameter("program", ["throws"])]);
        await using PythonFunctionExecutor executor = await PythonFunctionExecutor.CreateAsync(
            new PythonFunctionSpec { Module = "chaos_model", Name = "run", WorkingDirectory = Built.Python }, programs);

        TrialOutcome outcome = await executor.RunAsync(ChaosHarness.Job(programs, "throws", 0, null), default);

        Assert.Equal((FailureKind.Exception, "ValueError: The model's matrix isn't invertible."), (outcome.Failure, outcome.Message));
        Assert.EndsWith("chaos_model.py", outcome.Position!.File, StringComparison.Ordinal);
        Assert.Equal(
            "    raise ValueError(\"The model's matrix isn't invertible.\")", (await File.ReadAllLinesAsync(outcome.Position.File))[outcome.Position.Line - 1]);
    }

    [Fact]
    public async Task Run_Prints_AreTheLogAndNothingOfTheProtocolIs()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-python-").FullName;
        SearchSpace space = new("S", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        await File.WriteAllTextAsync(Path.Combine(folder, "loud_model.py"), "def f(p):\n    print('epoch 1')\n    return {'loss': 0.5}\n");
        await using PythonFunctionExecutor executor = await PythonFunctionExecutor.CreateAsync(
            new PythonFunctionSpec { Module = "loud_model", Name = "f", WorkingDirectory = folder }, space);

        TrialOutcome outcome = await executor.RunAsync(
            new TrialJob { Number = 0, Space = space, Point = [0.5], Seed = 1, StudyFolder = folder }, default);

        Assert.Equal(0.5, outcome.Value);
        Assert.Equal("epoch 1\n", await File.ReadAllTextAsync(Path.Combine(folder, outcome.Log!)));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("no_such_module", "run", "python3", "No module named 'no_such_module'")]
    [InlineData("chaos_model", "no_such_function", "python3", "has no function 'no_such_function'")]
    [InlineData("chaos_model", "hoard", "python3", "is not a function")]
    [InlineData("chaos_model", "run", "no-such-python", "was not found on the path")]
    public async Task Create_WrongName_IsFoundBeforeTheFirstTrial(string module, string name, string interpreter, string expected)
    {
        PythonFunctionSpec spec = new() { Module = module, Name = name, Interpreter = interpreter, WorkingDirectory = Built.Python };

        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => PythonFunctionExecutor.CreateAsync(spec, Space));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ModuleThatDoesNotImport_ShowsWhere()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hypermax-python-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "broken_model.py"), "def helper():\n    raise ValueError('no data here')\n\nhelper()\n");
            PythonFunctionSpec spec = new() { Module = "broken_model", Name = "f", WorkingDirectory = folder.FullName };

            ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => PythonFunctionExecutor.CreateAsync(spec, Space));

            Assert.Contains("ValueError: no data here. Check the names", error.Message, StringComparison.Ordinal);
            Assert.Contains("broken_model.py\", line 2, in helper", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Create_ModuleThatImportsTheTrialAtItsHead_IsSound()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hypermax-python-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "reporting_model.py"),
                "import hypermax_trial\nhypermax_trial.report(1, step=0)\ndef f(p):\n    return hypermax_trial.number\n");
            PythonFunctionSpec spec = new() { Module = "reporting_model", Name = "f", WorkingDirectory = folder.FullName };

            await using PythonFunctionExecutor executor = await PythonFunctionExecutor.CreateAsync(spec, Space);
            TrialOutcome outcome = await executor.RunAsync(new TrialJob { Number = 7, Space = Space, Point = [0, 0, 0, 2, 1, 3], Seed = 1 }, default);

            Assert.True(outcome.State == TrialState.Complete, outcome.Message);
            Assert.Equal(7, outcome.Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
