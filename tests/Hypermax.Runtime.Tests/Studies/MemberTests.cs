namespace Hypermax.Tests.Studies;

public sealed class MemberTests
{
    [Fact]
    public void Fix_Number_EveryProposalHasItUntilFreed()
    {
        using Study<Model> study = Open();

        study.Fix(p => p.Depth, 4);
        Model[] locked = Ask(study, 20);
        study.Free(p => p.Depth);
        Model[] free = Ask(study, 20);

        Assert.All(locked, model => Assert.Equal(4, model.Depth));
        Assert.True(locked.Select(model => model.Rate).Distinct().Count() > 1);
        Assert.Contains(free, model => model.Depth != 4);
    }

    [Fact]
    public void Fix_EnumWhoseChoiceHasAnotherName_FoundByItsValue()
    {
        using Study<Model> study = Open();

        study.Fix(p => p.Kind, Kind.Second);

        Assert.All(Ask(study, 20), model => Assert.Equal(Kind.Second, model.Kind));
    }

    [Fact]
    public void Fix_Optional_PresentWithThatValueOrAbsent()
    {
        using Study<Model> study = Open();

        study.Fix(p => p.Cut, 0.25);
        Assert.All(Ask(study, 20), model => Assert.Equal(0.25, model.Cut));
        study.Free(p => p.Cut);
        study.Fix(p => p.Cut, null);
        Assert.All(Ask(study, 20), model => Assert.Null(model.Cut));
    }

    [Fact]
    public void Fix_MemberOfABranch_WhereTheBranchIsChosen()
    {
        using Study<Model> study = Open();

        study.Fix(p => ((Booster.Gradient)p.Booster).Shrink, 0.5);
        Model[] models = Ask(study, 40);

        Assert.All(models.Select(model => model.Booster).OfType<Booster.Gradient>(), gradient => Assert.Equal(0.5, gradient.Shrink));
        Assert.Contains(models, model => model.Booster is Booster.None);
        Assert.Contains(models, model => model.Booster is Booster.Gradient);
    }

    [Fact]
    public void Fix_WholeBranch_TheBranchAndWhatIsInIt()
    {
        using Study<Model> study = Open();

        study.Fix(p => p.Booster, new Booster.None());

        Assert.All(Ask(study, 20), model => Assert.IsType<Booster.None>(model.Booster));
    }

    [Fact]
    public void Fix_NoParameter_NamesThoseThereAre()
    {
        using Study<Model> study = Open();

        ArgumentException error = Assert.Throws<ArgumentException>(() => study.Fix(p => 7, 7));

        Assert.Contains("depends on no parameter of 'Model'; its parameters are rate, depth", error.Message);
    }

    [Fact]
    public void Fix_ValueOutside_SaysSo()
    {
        using Study<Model> study = Open();

        Assert.Contains("No value of 'depth' makes the member 99", Assert.Throws<ArgumentException>(() => study.Fix(p => p.Depth, 99)).Message);
    }

    [Fact]
    public void AddAndEnqueue_Typed_LikeUntyped()
    {
        using Study<Model> study = Open();
        Model model = new(0.5, 3, Kind.First, null, new Booster.Gradient(0.25));

        TrialRecord added = study.Add(model, 2);
        study.Enqueue(model with { Depth = 5 });
        Trial<Model> trial = study.Ask()!;

        Assert.True(added.IsAdded);
        Assert.Equal(2, study.BestValue);
        Assert.Equal(model, study.BestParameters);
        Assert.Equal(model with { Depth = 5 }, trial.Parameters);
        Assert.Same(study.Space, trial.Space);
        Assert.Throws<ArgumentException>(() => study.Add(model with { Depth = 99 }, 1));
        Assert.Throws<ArgumentException>(() => study.Enqueue(model with { Depth = 99 }));
    }

    private static Study<Model> Open() => Study.Create<Model>(new StudyOptions { Method = "random", TryDefaults = false });

    private static Model[] Ask(Study<Model> study, int count) => [.. Enumerable.Range(0, count).Select(_ => study.Ask()!.Parameters)];

    internal enum Kind
    {
        First,
        Second,
    }

    internal abstract record Booster
    {
        internal sealed record None : Booster;

        internal sealed record Gradient(double Shrink) : Booster;
    }

    // Written as the generator would write it.
    internal sealed record Model(double Rate, int Depth, Kind Kind, double? Cut, Booster Booster) : ISearchSpace<Model>
    {
        public static SearchSpace<Model> SearchSpace { get; } = new(
            "Model",
            [
                new NumericParameter("rate", Law.Uniform, 0, 1),
                new NumericParameter("depth", Law.Uniform, 1, 12, isInteger: true),
                new CategoricalParameter("kind", ["one", "two"]),
                new CategoricalParameter("Cut.HasValue", [false, true]),
                new NumericParameter("Cut", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(3, 1, 1)] }),
                new CategoricalParameter("booster", ["none", "gradient"]),
                new NumericParameter("booster.gradient.shrink", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(5, 1, 1)] }),
            ],
            new SpaceBinder<Model>(Bind, Unbind));

        private static Model Bind(double[] vector, int start) => new(
            vector[start],
            (int)vector[start + 1],
            (Kind)vector[start + 2],
            vector[start + 3] == 1 ? vector[start + 4] : null,
            vector[start + 5] == 1 ? new Booster.Gradient(vector[start + 6]) : new Booster.None());

        private static void Unbind(Model value, double[] vector, int start)
        {
            (vector[start], vector[start + 1], vector[start + 2]) = (value.Rate, value.Depth, (double)value.Kind);
            (vector[start + 3], vector[start + 4]) = (value.Cut is null ? 0 : 1, value.Cut ?? double.NaN);
            (vector[start + 5], vector[start + 6]) = value.Booster is Booster.Gradient gradient ? (1, gradient.Shrink) : (0, double.NaN);
        }
    }
}
