using Hypermax.Convergence.Population;
using Hypermax.Convergence.Population.Families;
using Hypermax.Convergence.Problems;
using Hypermax.Convergence.Reporting;
using Hypermax.Convergence.Running;

namespace Hypermax.Convergence.Tests;

public sealed class MethodsTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".tsv");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("tpe:Gamma", "Gamma")]
    [InlineData("tpe:Gama=1", "'Gama=1'")]
    [InlineData("random:Seed=1", "'random'")]
    public void Create_SettingThatIsNone_SaysWhichThereAre(string text, string named)
    {
        Assert.Contains(named, Assert.Throws<ArgumentException>(() => Methods.Create(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_WithSetting_ProposesOtherwise()
    {
        Problem problem = FamilyList.Find(Split.Train, "rotated", 1)[0];

        Assert.NotEqual(Cell.Run(Methods.Create("tpe"), problem, 1, 40).Best, Cell.Run(Methods.Create("tpe:Gamma=0.4"), problem, 1, 40).Best);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    public void Run_AnyBatch_HasAsManyTrialsAndNeverGetsWorse(int batch)
    {
        Problem problem = FamilyList.Find(Split.Train, "pairs", 1)[0];

        double[] best = Cell.Run(Methods.Create("evolution"), problem, 1, 50, batch).Best;

        Assert.Equal(50, best.Length);
        Assert.All(best.Zip(best.Skip(1)), pair => Assert.True(pair.Second <= pair.First && double.IsFinite(pair.Second)));
    }

    [Fact]
    public void Run_FileOfAnEarlierRun_IsGoneOnWith()
    {
        IReadOnlyList<Problem> problems = FamilyList.Find(Split.Validate, "edges,crashes", 2);
        Arguments arguments = Arguments.Parse(["--methods", "random,anneal", "--seeds", "2", "--trials", "12", "--out", _file]);

        string first = Tables.Summary(Runner.Run(arguments with { Methods = ["random"] }, problems));
        string again = Tables.Summary(Runner.Run(arguments, problems));
        int lines = File.ReadAllLines(_file).Length;
        Runner.Run(arguments, problems);

        Assert.Equal(2 * 4 * 2, lines);
        Assert.Equal(lines, File.ReadAllLines(_file).Length);
        Assert.Contains("| random |", first, StringComparison.Ordinal);
        Assert.Contains("| anneal |", again, StringComparison.Ordinal);
    }

    [Fact]
    public void Against_TheSameMethodWithOtherLuck_IsNotCalledDifferent()
    {
        IReadOnlyList<Problem> problems = FamilyList.Find(Split.Train, "rotated,additive", 3);
        Results results = Runner.Run(Arguments.Parse(["--methods", "random,sobol,anneal", "--seeds", "2", "--trials", "60"]), problems);

        string[] lines = Tables.Against(results, "random").Split('\n');

        Assert.Contains("| anneal | ", lines.Single(line => line.StartsWith("| anneal", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.StartsWith("| random", StringComparison.Ordinal));
        Assert.True(PairedTest.Wilcoxon(problems.Select(p => results.Log("sobol", p, 60) - results.Log("random", p, 60))) > 0.01);
        Assert.True(PairedTest.Wilcoxon(problems.Select(p => results.Log("anneal", p, 60) - results.Log("random", p, 60))) < 0.05);
    }

    [Fact]
    public void Parse_ReferenceThatDoesNotRun_IsRefused()
    {
        Assert.Contains(
            "--reference",
            Assert.Throws<ArgumentException>(() => Arguments.Parse(["--methods", "tpe", "--reference", "gp"])).Message,
            StringComparison.Ordinal);
    }
}
