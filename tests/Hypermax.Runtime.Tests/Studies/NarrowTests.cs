using Hypermax.Conformance;
using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Studies;

namespace Hypermax.Tests.Studies;

/// <summary>People narrow where a search that runs proposes points.</summary>
public sealed class NarrowTests : IDisposable
{
    private static readonly SearchSpace Related = new(
        "related",
        [
            new NumericParameter("low", Law.Uniform, 0, 10),
            new NumericParameter("high", Law.Uniform, 0, 10),
            new NumericParameter("x", Law.LogUniform, 1e-4, 1),
        ],
        [new LessThanRelation([0, 1])]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("random")]
    [InlineData("tpe")]
    [InlineData("gp")]
    public void Ask_NarrowedParameter_StaysWithinUntilItIsFree(string method)
    {
        using Study study = Study.Create(SamplerSpaces.Numbers, new StudyOptions { Method = method });
        Run(study, 15);
        study.Narrow("linear", 1, 2);
        study.Narrow("int", 5, 9);
        study.Narrow("step", 0.25, 0.65);
        Run(study, 15);
        study.Free("linear");
        Run(study, 15);

        SpaceGeometry geometry = new(SamplerSpaces.Numbers);
        Assert.All(study.Trials, trial => Assert.True(geometry.Contains(trial.Point)));
        Assert.All(study.Trials.Skip(15).Take(15), trial => Assert.InRange(trial.Point[0], 1, 2));
        Assert.All(study.Trials.Skip(15), trial => Assert.InRange(trial.Point[3], 5, 9));
        Assert.All(study.Trials.Skip(15), trial => Assert.InRange(trial.Point[2], 0.2, 0.7));
        Assert.Contains(study.Trials.Skip(30), trial => trial.Point[0] is < 1 or > 2);
    }

    [Fact]
    public void Narrow_StudyWithBudgets_IsRefusedWithTheRemedy()
    {
        using Study study = Study.Create(Related, new StudyOptions { Method = "random", Fidelity = new Fidelity(1, 9) });

        ArgumentException error = Assert.Throws<ArgumentException>(() => study.Narrow("x", 0.1, 0.2));

        Assert.Contains("'x' cannot be narrowed, for the trials of this study have budgets", error.Message, StringComparison.Ordinal);
        Assert.Contains("Lock it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_NarrowedInAnEarlierProcess_ObeysStill()
    {
        using (Study study = Study.Create(Related, new StudyOptions { Method = "random", Folder = _folder }))
        {
            Run(study, 5);
            study.Narrow("high", 2, 3);
        }

        using Study again = Study.Create(Related, new StudyOptions { Method = "random", Folder = _folder });
        Run(again, 20);

        Assert.All(again.Trials.Skip(5), trial => Assert.InRange(trial.Point[1], 2, 3));
        Assert.All(again.Trials, trial => Assert.True(trial.Point[0] < trial.Point[1]));
    }

    [Fact]
    public void Narrow_RangeThatLeavesNoPointWithAnotherOne_IsRefusedAndNamesIt()
    {
        using Study study = Study.Create(Related, new StudyOptions { Method = "random" });
        study.Narrow("low", 6, 7);
        ArgumentException error = Assert.Throws<ArgumentException>(() => study.Narrow("high", 2, 3));
        study.Narrow("low", 1, 2);
        study.Narrow("high", 2, 3);

        Run(study, 10);

        Assert.Contains("together with the range 6 to 7 of 'low' no point obeys a relation", error.Message, StringComparison.Ordinal);
        Assert.All(study.Trials, trial => Assert.InRange(trial.Point[1], 2, 3));
    }

    // Journals of earlier versions may hold such ranges.
    [Fact]
    public void Over_RangesThatTogetherLeaveNoPoint_AreNotObeyed() =>
        Assert.Empty(PeoplesRanges.Over(Related, [new ParameterRange(0, 6, 7), new ParameterRange(1, 2, 3)], []));

    [Fact]
    public void Ask_NarrowedWithinAStage_IsWhatBothLeave()
    {
        SearchSpace space = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        Stage[] stages = [new Stage { Method = "random", Trials = 40 }, new Stage { Name = "near", Method = "random", Trials = 40, Narrow = new Narrowing() }];
        using Study study = Study.Create(space, new StudyOptions { Stages = stages });
        Run(study, 60, point => point[0]);
        double high = study.Changes[^1].Stage!.Ranges[0].High;
        study.Narrow("x", high / 2, 1);

        Run(study, 20, point => point[0]);

        Assert.All(study.Trials.Skip(60), trial => Assert.InRange(trial.Point[0], high / 2, high));
    }

    [Theory]
    [InlineData("x", 1e-5, 0.1, "it is declared from 0.0001 to 1, and a search that runs can only be narrowed. To search beyond, change the space")]
    [InlineData("x", 0.5, 0.1, "the smallest value must not be above the largest")]
    [InlineData("high", 0, 0, "within it no point obeys a relation of the space")]
    [InlineData("y", 0, 1, "Space 'related' has no parameter 'y'")]
    public void Narrow_RangeThatCannotBe_SaysWhatToDo(string parameter, double low, double high, string words)
    {
        using Study study = Study.Create(Related);

        ArgumentException error = Assert.Throws<ArgumentException>(() => study.Narrow(parameter, low, high));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static void Run(Study study, int trials, Func<Point, double>? loss = null)
    {
        for (int i = 0; i < trials; i++)
        {
            Trial trial = study.Ask()!;
            study.Tell(trial, loss is null ? SamplerRun.Hash(trial.Point.ToArray()) : loss(trial.Point));
        }
    }
}
