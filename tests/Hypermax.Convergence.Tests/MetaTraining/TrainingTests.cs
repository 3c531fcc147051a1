using Hypermax.Convergence.Population;
using Hypermax.Convergence.Population.Families;
using Hypermax.Convergence.Problems;
using Hypermax.Convergence.Running;
using Hypermax.MetaTraining.Learning;
using Hypermax.MetaTraining.Recording;
using Hypermax.Sampling.Atpe.Learned;

namespace Hypermax.Convergence.Tests.MetaTraining;

public sealed class TrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policy").FullName;
    private readonly Family _family = FamilyList.Of(Split.Train).Single(family => family.Name == "rotated");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Rollouts_SameProblemTwice_TheSameAndAdvantagesAddUpToNothing()
    {
        (double[] Context, double[] Advantages)[] first = [.. Rollouts.Of(_family.Make(0), 0, 1)];
        (double[] Context, double[] Advantages)[] second = [.. Rollouts.Of(_family.Make(0), 0, 1)];

        Assert.NotEmpty(first);
        Assert.Equal(first.SelectMany(item => item.Context), second.SelectMany(item => item.Context));
        Assert.Equal(first.SelectMany(item => item.Advantages), second.SelectMany(item => item.Advantages));
        Assert.All(first, item => Assert.Equal(0, item.Advantages.Sum(), 1e-9));
        Assert.Contains(first, item => item.Advantages.Distinct().Count() > 1);
    }

    [Fact]
    public void Complete_RecordedProblem_IsNotRecordedAgain()
    {
        Hypermax.MetaTraining.Arguments arguments = new(_folder, Count: 1, Histories: 1, Repeats: 1);
        RecordFile.Complete(arguments, _family, 0);
        string file = Assert.Single(Directory.GetFiles(_folder));
        File.AppendAllText(file, File.ReadAllLines(file)[0] + "\n");
        int before = RecordFile.Read(arguments, _family, 0).Count();

        RecordFile.Complete(arguments, _family, 0);

        Assert.Equal(before, RecordFile.Read(arguments, _family, 0).Count());
        Assert.Equal(0, before % PolicyAction.All.Count);
    }

    [Fact]
    public void Train_FewRecords_EndsInAModelThatAtpeSearchesWith()
    {
        Hypermax.MetaTraining.Arguments arguments = new(_folder, Count: 2, Histories: 1, Repeats: 1, Trust: 1);
        Family[] families = [.. FamilyList.Of(Split.Train).Where(family => family.Name is "rotated" or "additive")];
        (Family Family, int Number)[] problems = [.. families.SelectMany(family => new[] { (family, 0), (family, 1) })];
        foreach ((Family family, int number) in problems)
        {
            RecordFile.Complete(arguments, family, number);
        }

        string words = ModelFolder.Train(arguments, [.. problems.SelectMany(item => RecordFile.Read(arguments, item.Family, item.Number))]);

        Assert.Contains("trees", words, StringComparison.Ordinal);
        Problem problem = _family.Make(5);
        double[] best = Cell.Run(Methods.Create("atpe:ModelFolder=" + _folder), problem, 1, 30).Best;
        Assert.Equal(30, best.Length);
        Assert.Equal(best, Cell.Run(Methods.Create("atpe:ModelFolder=" + _folder), problem, 1, 30).Best);
    }
}
