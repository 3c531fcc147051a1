namespace Hypermax.Tests.Studies;

public sealed class TypedStudyTests
{
    [Fact]
    public async Task RunAsync_SyncObjective_BestParametersAreTyped()
    {
        using Study<Point> study = Study.Create<Point>(new StudyOptions { Trials = 40, Method = "random" });

        StudyResult<Point> result = await study.RunAsync(p => Math.Abs(p.X - 0.5) + p.N);

        Assert.Equal(40, result.Trials.Count);
        Assert.Equal(result.BestValue!.Value, Math.Abs(result.BestParameters!.X - 0.5) + result.BestParameters.N, 12);
    }

    [Fact]
    public async Task RunAsync_AsyncObjectiveWithContext_MetricsAndReportsAreKept()
    {
        using Study<Point> study = Study.Create<Point>(new StudyOptions { Trials = 3, Method = "random" });

        StudyResult<Point> result = await study.RunAsync(async (p, trial) =>
        {
            await Task.Yield();
            trial.Report(p.X, 1);
            trial.SetMetric("twice", 2 * p.X);
            return p.X;
        });

        Assert.All(result.Trials, trial => Assert.Equal(2 * trial.Value, trial.Outcome!.Metrics["twice"]));
        Assert.All(result.Trials, trial => Assert.Equal([new TrialReport(1, trial.Value)], trial.Outcome!.Reports));
    }

    [Fact]
    public async Task RunAsync_ObjectiveThrowsOnEveryTrial_EndsWithFailedTrialsAndMessages()
    {
        using Study<Point> study = Study.Create<Point>(new StudyOptions { Trials = 5, Method = "random" });

        StudyResult<Point> result = await study.RunAsync(p => p.N >= 0 ? throw new InvalidOperationException("no data") : 0.0);

        Assert.Null(result.Best);
        Assert.Null(result.BestValue);
        Assert.All(result.Trials, trial => Assert.Contains("no data", trial.Outcome!.Message));
    }

    [Fact]
    public void AskTell_TypedParameters_TrialNumbersCount()
    {
        using Study<Point> study = Study.Create<Point>(new StudyOptions { Method = "random" });

        Trial<Point> trial = study.Ask()!;
        study.Tell(trial, trial.Parameters.X);

        Assert.Equal(trial.Parameters, study.BestParameters);
    }

    [Fact]
    public void Ask_PredicateRejectsHalf_OnlyValidPoints()
    {
        using Study<Picky> study = Study.Create<Picky>(new StudyOptions { Method = "random" });

        for (int i = 0; i < 40; i++)
        {
            Trial<Picky> trial = study.Ask()!;
            Assert.True(trial.Parameters.X > 0.9);
            study.Tell(trial, trial.Parameters.X);
        }
    }

    [Fact]
    public void Ask_PredicateRejectsEverything_SaysSo()
    {
        using Study<Never> study = Study.Create<Never>(new StudyOptions { Method = "random" });

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => study.Ask());

        Assert.Contains("IsValid", error.Message);
        Assert.Contains("10000 random points", error.Message);
    }

    internal sealed record Point(double X, int N) : ISearchSpace<Point>
    {
        public static SearchSpace<Point> SearchSpace { get; } = new(
            "Point",
            [new NumericParameter("X", Law.Uniform, 0, 1), new NumericParameter("N", Law.Uniform, 0, 3, isInteger: true)],
            new SpaceBinder<Point>(
                static (vector, start) => new Point(vector[start], (int)vector[start + 1]),
                static (value, vector, start) => (vector[start], vector[start + 1]) = (value.X, value.N)));
    }

    internal sealed record Picky(double X) : ISearchSpace<Picky>
    {
        public static SearchSpace<Picky> SearchSpace { get; } =
            new(
                "Picky",
                [new NumericParameter("X", Law.Uniform, 0, 1)],
                new SpaceBinder<Picky>(static (vector, start) => new Picky(vector[start]), static (value, vector, start) => vector[start] = value.X),
                isValid: value => value.X > 0.9);
    }

    internal sealed record Never(double X) : ISearchSpace<Never>
    {
        public static SearchSpace<Never> SearchSpace { get; } =
            new(
                "Never",
                [new NumericParameter("X", Law.Uniform, 0, 1)],
                new SpaceBinder<Never>(static (vector, start) => new Never(vector[start]), static (value, vector, start) => vector[start] = value.X),
                isValid: _ => false);
    }
}
