using Hypermax.Conformance;

namespace Hypermax.Tests.Studies.Staging;

/// <summary>Stages that search some parameters, while the others have the values of the best trial.</summary>
public class FocusTests
{
    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    [InlineData("gp")]
    public async Task RunAsync_OnlySome_OthersAreThoseOfTheBestSoFar(string method)
    {
        Stage[] stages =
        [
            new Stage { Method = "random", Trials = 15 }, new Stage { Name = "some", Method = method, Trials = 12, Only = ["depth", "share"] },
        ];

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(
            TestSpaces.Mixed, new StudyOptions { Stages = stages }, point => TestSpaces.Loss(point));

        foreach (TrialRecord trial in trials.Skip(15))
        {
            Point best = BestBefore(trials, trial.Number).Point;
            Assert.All([0, 2, 3], i => Assert.Equal(best[i], trial.Point[i]));
        }

        Assert.True(trials.Skip(15).Select(trial => trial.Point).Distinct().Count() > 8);
    }

    [Fact]
    public async Task RunAsync_OnlyABranch_ItsOwnParametersAreSearchedWithIt()
    {
        Stage[] stages =
        [
            new Stage { Method = "random", Trials = 20 }, new Stage { Name = "some", Method = "random", Trials = 40, Only = ["model"] },
        ];

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(
            SamplerSpaces.Branches, new StudyOptions { Stages = stages }, point => point[0] + point[7]);

        TrialRecord[] woken = [.. trials.Skip(20).Where(trial => trial.Point[0] == 1)];
        Assert.NotEmpty(woken);
        Assert.All(woken, trial => Assert.True(trial.Point.Has(2)));
        Assert.All(trials.Skip(20), trial => Assert.Equal(BestBefore(trials, trial.Number).Point[7], trial.Point[7]));
    }

    [Fact]
    public async Task RunAsync_TwoAtATime_ChangesTwoParametersOfTheBestAndNotAlwaysTheSame()
    {
        Stage[] stages = [new Stage { Method = "random", Trials = 15 }, new Stage { Name = "few", Method = "random", Trials = 30, AtATime = 2 }];

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(SamplerSpaces.Numbers, new StudyOptions { Stages = stages });

        HashSet<int> changed = [];
        foreach (TrialRecord trial in trials.Skip(15))
        {
            Point best = BestBefore(trials, trial.Number).Point;
            int[] differences = [.. Enumerable.Range(0, best.Count).Where(i => best[i] != trial.Point[i])];
            Assert.InRange(differences.Length, 1, 2);
            changed.UnionWith(differences);
        }

        Assert.Equal(5, changed.Count);
    }

    [Fact]
    public async Task RunAsync_GroupsInTurn_EachTrialTakesTheNextOne()
    {
        Stage[] stages =
        [
            new Stage { Method = "random", Trials = 15 },
            new Stage { Name = "turns", Method = "random", Trials = 12, InTurn = [["linear", "log"], ["int"], ["logInt"]] },
        ];

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(SamplerSpaces.Numbers, new StudyOptions { Stages = stages });

        int[][] groups = [[0, 1], [3], [4]];
        foreach (TrialRecord trial in trials.Skip(15))
        {
            Point best = BestBefore(trials, trial.Number).Point;
            Assert.All(
                Enumerable.Range(0, best.Count).Except(groups[(trial.Number - 15) % 3]), i => Assert.Equal(best[i], trial.Point[i]));
        }
    }

    [Fact]
    public async Task RunAsync_OneMemberOfARelation_MovesWithTheOthers()
    {
        SearchSpace space = new(
            "shares",
            [
                new NumericParameter("a", Law.Uniform, 0, 1), new NumericParameter("b", Law.Uniform, 0, 1), new NumericParameter("other", Law.Uniform, 0, 1),
            ],
            [new SumRelation([0, 1], 1)]);
        Stage[] stages = [new Stage { Method = "random", Trials = 8 }, new Stage { Name = "some", Method = "random", Trials = 8, Only = ["a"] }];

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(space, new StudyOptions { Stages = stages });

        Assert.Equal(["random: 8", "some: 8"], StagedSearch.StagesOf(trials));
        Assert.All(trials, trial => Assert.Equal(1, trial.Point[0] + trial.Point[1], 9));
        Assert.All(trials.Skip(8), trial => Assert.Equal(BestBefore(trials, trial.Number).Point[2], trial.Point[2]));
    }

    [Fact]
    public void Create_StageOfAnUnknownParameter_NamesTheNearest()
    {
        Stage[] stages = [new Stage { Method = "random", Trials = 8, Only = ["dept"] }];

        ArgumentException error = Assert.Throws<ArgumentException>(() => Study.Create(TestSpaces.Mixed, new StudyOptions { Stages = stages }));

        Assert.Contains("Stage 'random' searches 'dept'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'depth'?", error.Message, StringComparison.Ordinal);
    }

    private static TrialRecord BestBefore(IReadOnlyList<TrialRecord> trials, int number) =>
        trials.Take(number).Where(trial => trial.IsComplete).MinBy(trial => trial.Value)!;
}
