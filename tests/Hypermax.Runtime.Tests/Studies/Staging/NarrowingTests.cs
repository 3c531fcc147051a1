using Hypermax.Conformance;
using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Storage;

namespace Hypermax.Tests.Studies.Staging;

/// <summary>A narrowed stage proposes points of the space, within its ranges.</summary>
public class NarrowingTests
{
    public static TheoryData<string> Methods { get; } = ["random", "sobol", "tpe", "anneal", "cmaes", "evolution", "atpe", "gp"];

    private static SearchSpace Related { get; } = new(
        "related",
        [
            new NumericParameter("low", Law.Uniform, 0, 10, step: 0.5),
            new NumericParameter("high", Law.Uniform, 0, 10, step: 0.5),
            new NumericParameter("a", Law.Uniform, 0, 1),
            new NumericParameter("b", Law.Uniform, 0, 1),
            new NumericParameter("c", Law.Uniform, 0.1, 1),
        ],
        [new LessThanRelation([0, 1]), new SumRelation([2, 3, 4], 1)]);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Ask_NarrowedStage_ProposesWithinItsRanges(string method)
    {
        foreach (SearchSpace space in new[] { SamplerSpaces.Numbers, SamplerSpaces.Laws, SamplerSpaces.Choices, SamplerSpaces.Branches, Related })
        {
            RequireWithin(space, method, seed: 1);
        }
    }

    [Fact]
    public void Ask_NarrowedStageOfRandomSpaces_ProposesWithinItsRanges()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            RequireWithin(RandomSpaces.Make(seed), "random", seed);
        }
    }

    [Fact]
    public void Ask_Narrowing_KeepsTheBestPointAndADecadeAroundIt()
    {
        SearchSpace space = new("bowl", [new NumericParameter("x", Law.LogUniform, 1e-4, 1), new CategoricalParameter("kind", ["bad", "good", "fair"])]);

        (IReadOnlyList<TrialRecord> trials, StageStart start) = Narrow(
            space,
            "random",
            seed: 2,
            point => Math.Abs(Math.Log10(point[0]) + 2) + (point[1] == 0 ? 10 : point[1] == 2 ? 0.01 : 0),
            new Narrowing { Top = 0.2 },
            first: 100);

        ParameterRange x = start.Ranges[0];
        Assert.InRange(x.Low, 1e-3, 9e-3);
        Assert.InRange(x.High, 1.1e-2, 1e-1);
        Assert.Equal([1, 2], start.Ranges[1].Choices!);
        Assert.All(start.Ranges, range => Assert.True(range.Contains(trials[start.Best!.Value].Point[range.Parameter])));
    }

    [Fact]
    public async Task RunAsync_NarrowedToOneStage_LooksAtItsTrialsAlone()
    {
        SearchSpace space = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        Stage[] stages =
        [
            new Stage { Name = "a", Method = "random", Trials = 40 },
            new Stage { Name = "b", Method = "random", Trials = 40, Narrow = new Narrowing { Top = 0.5, Margin = 0 } },
            new Stage
            {
                Name = "c", Method = "random", Trials = 10, Narrow = new Narrowing { Top = 1, LowQuantile = 0, HighQuantile = 1, Margin = 0, Of = "b" },
            },
        ];
        using Study study = Study.Create(space, new StudyOptions { Stages = stages });

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(study, point => point[0]);

        ParameterRange last = study.Changes[^1].Stage!.Ranges[0];
        double[] known = [.. trials.Where(trial => trial is { Insight.Stage: "b", State: TrialState.Complete, Number: < 80 }).Select(trial => trial.Point[0])];
        double best = trials.Take(80).Where(trial => trial.IsComplete).Min(trial => trial.Point[0]);
        Assert.Equal((Math.Min(known.Min(), best), known.Max()), (last.Low, last.High));
    }

    [Fact]
    public async Task RunAsync_NothingComplete_StaysWhole()
    {
        Stage[] stages = [new Stage { Method = "random", Trials = 5 }, new Stage { Method = "sobol", Trials = 5, Narrow = new Narrowing() }];
        using Study study = Study.Create(SamplerSpaces.Numbers, new StudyOptions { Stages = stages });

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(study, _ => double.NaN);

        Assert.Equal(["random: 5", "sobol: 5"], StagedSearch.StagesOf(trials));
        Assert.Empty(study.Changes[^1].Stage!.Ranges);
    }

    [Fact]
    public async Task RunAsync_ParameterFixedOutsideTheRange_HasItsValue()
    {
        SearchSpace space = new("line", [new NumericParameter("x", Law.Uniform, 0, 1), new CategoricalParameter("kind", ["bad", "good"])]);
        Stage[] stages = [new Stage { Method = "random", Trials = 30 }, new Stage { Method = "random", Trials = 10, Narrow = new Narrowing() }];
        using Study study = Study.Create(space, new StudyOptions { Stages = stages, Trials = 30 });
        await StagedSearch.RunAsync(study, point => point[0] + (point[1] == 0 ? 10 : 0));
        study.Fix("kind", "bad");
        study.SetTrials(40);

        IReadOnlyList<TrialRecord> trials = await StagedSearch.RunAsync(study, point => point[0] + (point[1] == 0 ? 10 : 0));

        Assert.All(trials.Skip(30), trial => Assert.Equal(0, trial.Point[1]));
        Assert.All(trials.Skip(30), trial => Assert.InRange(trial.Point[0], 0, 0.7));
    }

    private static void RequireWithin(SearchSpace space, string method, int seed)
    {
        SpaceGeometry geometry = new(space);
        (IReadOnlyList<TrialRecord> trials, StageStart start) = Narrow(
            space, method, seed, point => SamplerRun.Hash(point.ToArray()), new Narrowing(), first: 30);
        foreach (TrialRecord trial in trials.Where(trial => trial.Insight?.Stage == "narrow"))
        {
            Assert.True(geometry.Contains(trial.Point), $"trial {trial.Number} of {space.Name} is no point of the space: {trial.Point}");
            Assert.All(space.Relations, relation => Assert.True(relation.Holds(trial.Point)));
            foreach (ParameterRange range in start.Ranges.Where(range => trial.Point.Has(range.Parameter)))
            {
                double value = trial.Point[range.Parameter];
                Assert.True(range.Contains(value), $"trial {trial.Number} of {space.Name}: {value} is not in {range}");
            }
        }
    }

    private static (IReadOnlyList<TrialRecord> Trials, StageStart Start) Narrow(
        SearchSpace space, string method, int seed, Func<Point, double> loss, Narrowing narrowing, int first)
    {
        Stage[] stages = [new Stage { Method = "random", Trials = first }, new Stage { Name = "narrow", Method = method, Trials = 14, Narrow = narrowing }];
        using Study study = Study.Create(space, new StudyOptions { Stages = stages, Seed = seed, Lag = 1 });
        while (study.Trials.Count < first + 14 && study.Ask() is { } trial)
        {
            study.Tell(trial, loss(trial.Point));
        }

        return (study.Trials, study.Changes.Last(change => change.Stage is not null).Stage!);
    }
}
