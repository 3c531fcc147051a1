using System.Reflection;
using System.Reflection.Emit;
using Hypermax.Build.Protocol;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Tune;

namespace Hypermax.Tests.Search;

/// <summary>What a build says when it goes on with a study that is not quite the one it was.</summary>
public sealed class SearchOpeningTests : IDisposable
{
    private static readonly SearchSpace Space = new("Space", [new NumericParameter("X", Law.Uniform, 0, 1)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-opener-").FullName;

    private string Assembly => Path.Combine(_folder, "App.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Open_ObjectiveUnchanged_NothingSaid()
    {
        Build(1);
        Run(3);

        Assert.DoesNotContain("HMXB0023", Run(1).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ObjectiveChanged_WarnsWithTheTrialOnce()
    {
        Build(1);
        Run(3);
        Build(101);

        (string said, int code) = Run(1);

        Assert.Equal(ExitCodes.Done, code);
        Assert.Contains("HMXB0023", said, StringComparison.Ordinal);
        Assert.Contains("from trial 3 on", said, StringComparison.Ordinal);
        Assert.DoesNotContain("HMXB0023", Run(1).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DataFileChanged_Warns()
    {
        Build(1);
        string data = Path.Combine(_folder, "train.csv");
        File.WriteAllText(data, "1");
        Run(2, $"inputs={data}");
        File.WriteAllText(data, "2");

        Assert.Contains("from trial 2 on", Run(1, $"inputs={data}").Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ObjectiveChangedAndNotAllowed_Refused()
    {
        Build(1);
        Run(3);
        Build(101);

        (string said, int code) = Run(0, "HypertuneObjectiveChange=fail");

        Assert.Equal(ExitCodes.Conflict, code);
        Assert.Contains("HMXB0015", said, StringComparison.Ordinal);
        Assert.Contains("HypertuneObjectiveChange=warn", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_SeedMethodAndOrderDiffer_OneErrorWithAllOfThem()
    {
        Build(1);
        Run(2);

        (string said, int code) = Run(0, "HypertuneSeed=5", "HypertuneMethod=tpe", "HypertuneOrder=arrival");

        Assert.Equal(ExitCodes.Conflict, code);
        Assert.Contains(
            "seed is recorded as 0, but 5 is asked for; order is recorded as repeatable, but arrival is asked for; "
            + "method is recorded as 'auto', but 'tpe' is asked for",
            said,
            StringComparison.Ordinal);
        Assert.Single(said.Split("HMXB0015").Skip(1));
    }

    [Fact]
    public void Open_ForcedWithSettingsThatDoNotHold_PutsNothingAside()
    {
        Build(1);
        Run(3);

        (string said, int code) = Run(0, "HypertuneForce=true", "HypertuneRaceShare=0.3", "HypertuneFidelity=max=9");

        Assert.NotEqual(ExitCodes.Done, code);
        Assert.Contains("Race", said, StringComparison.Ordinal);
        Assert.DoesNotContain("begins afresh", said, StringComparison.Ordinal);
        Assert.Contains("journal.jsonl", Directory.GetFiles(Path.Combine(_folder, "studies", "Train")).Select(Path.GetFileName));
    }

    private (string Said, int Code) Run(int trials, params string[] facts)
    {
        string file = Path.Combine(_folder, "arguments");
        ArgumentsFile.Write(
            file,
            new[] { $"project={_folder}/App.csproj", $"assembly={Assembly}", "worker=none", $"output={_folder}/studies" }
                .Concat(facts)
                .Select(fact => new KeyValuePair<string, string>(fact.Split('=', 2)[0], fact.Split('=', 2)[1])));
        TuneArguments arguments = TuneArguments.Read(file, [], static _ => null, out IReadOnlyList<string> problems)!;
        Assert.Empty(problems);
        using StringWriter output = new();
        WorkerObjective objective = new("Train", Space, new SourcePosition("App.cs", 1, 1));
        using Study? study = new SearchOpening(arguments.TaskOf(objective, new Violations()), new SearchLines(output, isForBuild: true)).Open(out int code);
        for (int i = 0; i < trials; i++)
        {
            Trial trial = study!.Ask()!;
            study.Tell(trial, trial.Point[0]);
        }

        return (output.ToString(), code);
    }

    private void Build(double constant)
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName("App"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("App").DefineType("App.Training", TypeAttributes.Public);
        ILGenerator code = type.DefineMethod("Loss", MethodAttributes.Public | MethodAttributes.Static, typeof(double), []).GetILGenerator();
        code.Emit(OpCodes.Ldc_R8, constant);
        code.Emit(OpCodes.Ret);
        type.CreateType();
        assembly.Save(Assembly);
    }
}
