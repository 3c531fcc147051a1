using Hypermax.Build.Protocol;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Search;
using Hypermax.Tune;

namespace Hypermax.Tests.Tune;

public sealed class StudyChoiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-").FullName;
    private readonly StringWriter _output = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("*", "Predict,Train,TrainFast")]
    [InlineData("Train*", "Train,TrainFast")]
    [InlineData("train; PREDICT", "Predict,Train")]
    [InlineData("Trai?", "Train")]
    public void Of_Globs_ChoosesInTheOrderOfNames(string study, string expected) =>
        Assert.Equal(expected.Split(','), Choose(study, "Predict", "Train", "TrainFast")!.Select(objective => objective.Name));

    [Fact]
    public void Of_UnknownName_SaysWhatWasMeant()
    {
        Assert.Null(Choose("Trian", "Predict", "Train"));
        Assert.Contains("error HMXB0002", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("did you mean 'Train'?", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UnknownNameInASolution_IsNoneOfThisProjectsBusiness() => Assert.Empty(Choose("Other", isForSolution: true, "Train")!);

    [Fact]
    public void Of_NamesThatDifferInCaseOnly_AreRefusedAtTheSecond()
    {
        Assert.Null(Choose("*", "Train", "train"));
        Assert.Contains("Code.cs(2,1): error HMXB0013", _output.ToString(), StringComparison.Ordinal);
    }

    private IReadOnlyList<WorkerObjective>? Choose(string study, params string[] names) => Choose(study, isForSolution: false, names);

    private IReadOnlyList<WorkerObjective>? Choose(string study, bool isForSolution, params string[] names)
    {
        string path = Path.Combine(_folder, "x.args");
        ArgumentsFile.Write(path,
        [
            new("project", Path.Combine(_folder, "App.csproj")),
            new("assembly", "App.dll"),
            new("worker", "worker.dll"),
            new("output", _folder),
            new("scope", isForSolution ? "solution" : string.Empty),
            new("HypertuneStudy", study),
        ]);
        SearchSpace space = new("Space", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        WorkerObjective[] objectives = [.. names.Select((name, i) => new WorkerObjective(name, space, new SourcePosition("Code.cs", i + 1, 1)))];
        return StudyChoice.Of(TuneArguments.Read(path, [], static _ => null, out _)!, objectives, new SearchLines(_output, isForBuild: false));
    }
}
