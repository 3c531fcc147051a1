namespace Hypermax.Tests.Studies.Staging;

public class StageRulesTests
{
    public static TheoryData<Stage[], string> Mistakes { get; } = new()
    {
        { [new Stage { Method = "tpee", Trials = 3 }], "'Stages.tpee.Method' cannot be used. 'tpee' is no method of search" },
        { [new Stage { Method = "random", Trials = 0 }], "'Stages.random.Trials' must be above 0; it is '0'" },
        { [new Stage { Method = "random" }, new Stage { Trials = 3 }], "'Stages.random.Trials' is needed" },
        { [new Stage { Name = "a b", Trials = 3 }], "'Stages.a b.Name' must consist of letters" },
        { [new Stage { Name = "a", Trials = 3 }, new Stage { Name = "a", Trials = 3 }], "'Stages.a.Name' is that of an earlier stage" },
        { [new Stage { Method = "random", Trials = 3, Narrow = new Narrowing() }], "'Stages.random.Narrow.Top' looks at earlier trials" },
        {
            [new Stage { Method = "random", Trials = 3 }, new Stage { Trials = 3, Narrow = new Narrowing { Of = "rando" } }],
            "'Stages.search.Narrow.Of' must be the name of an earlier stage; it is 'rando'. Did you mean 'random'?"
        },
        {
            [new Stage { Method = "random", Trials = 3 }, new Stage { Trials = 3, Narrow = new Narrowing { Top = 20 } }],
            "'Stages.search.Narrow.Top' must be above 0 and at most 1; it is '20'"
        },
        {
            [new Stage { Method = "random", Trials = 3 }, new Stage { Trials = 3, Narrow = new Narrowing { LowQuantile = 0.9, HighQuantile = 0.1 } }],
            "'Stages.search.Narrow.LowQuantile' must be 0 or above and below HighQuantile (0.1)"
        },
        { [new Stage { Method = "random", Trials = 3, AtATime = 0 }], "'Stages.random.AtATime' must be above 0" },
        { [new Stage { Method = "random", Trials = 3, Only = ["x"], InTurn = [["y"]] }], "'Stages.random.InTurn' says which parameters are searched" },
        {
            [new Stage { Method = "tpe", Trials = 3, MethodOptions = new Dictionary<string, string> { ["gama"] = "1" } }],
            "gama"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Create_StagesWithAMistake_SaysSo(Stage[] stages, string words)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Study.Create(TestSpaces.Mixed, new StudyOptions { Stages = stages }));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
