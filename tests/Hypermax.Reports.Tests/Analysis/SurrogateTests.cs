using Hypermax.Analysis.Surrogates;
using Hypermax.Reports;

namespace Hypermax.Tests.Analysis;

public sealed class SurrogateTests
{
    private static readonly StudyData Study = Sample();

    [Theory]
    [InlineData("forest")]
    [InlineData("nearest")]
    public void LossOf_TrialsHeldBack_AreToldInTheirOrder(string name)
    {
        SurrogateAccuracy accuracy = SurrogateAccuracy.Of(Study, data => Fit(name, data));

        Assert.InRange(accuracy.Rank, 0.8, 1);
        Assert.InRange(accuracy.RankOfBest, 0.2, 1);
        Assert.InRange(accuracy.Error, 1e-6, 0.3);
    }

    [Theory]
    [InlineData("forest")]
    [InlineData("nearest")]
    public void LossOf_AnyPoint_LiesAmongTheLossesAndRepeats(string name)
    {
        (ISurrogate first, ISurrogate second) = (Fit(name, Study), Fit(name, Study));

        foreach (TrialRecord trial in StudySamples.Forest(60).Trials)
        {
            double loss = first.LossOf(trial.Point);
            Assert.InRange(loss, Study.Losses.Min(), Study.Losses.Max());
            Assert.Equal(loss, second.LossOf(trial.Point));
        }
    }

    [Fact]
    public void LossOf_ATrialOfTheStudy_IsItsLossByItsNeighbours()
    {
        NeighbourSurrogate surrogate = new(Study);

        Assert.All(Enumerable.Range(0, 20), row => Assert.Equal(Study.Losses[row], surrogate.LossOf(Study.Complete[row].Point), 6));
    }

    [Fact]
    public void Nearest_PointsAtKnownDistances_NearestFirst()
    {
        SearchSpace space = new("S", [new NumericParameter("x", Law.Uniform, 0, 10), new CategoricalParameter("kind", ["a", "b"])]);
        TrialRecord[] trials = [StudySamples.Trial(0, 1, 9, 0), StudySamples.Trial(1, 1, 4, 1), StudySamples.Trial(2, 1, 5, 0), StudySamples.Trial(3, 1, 3, 0)];
        UnitDistance distance = new(new StudyData(StudySamples.Header("S", space), trials).Geometry, trials);

        IReadOnlyList<(int Row, double Squared)> nearest = distance.Nearest([4.0, 0.0], 3);

        Assert.Equal([2, 3, 0], nearest.Select(near => near.Row));
        Assert.Equal([0.01, 0.01, 0.25], nearest.Select(near => Math.Round(near.Squared, 9)));
        Assert.Equal(1, distance.Nearest([4.0, 1.0], 1)[0].Row);
    }

    private static ISurrogate Fit(string name, StudyData data) => name == "forest" ? new ForestSurrogate(data) : new NeighbourSurrogate(data);

    private static StudyData Sample()
    {
        (Hypermax.Storage.StudyHeader header, IReadOnlyList<TrialRecord> trials) = StudySamples.Forest(600);
        return new StudyData(header, trials);
    }
}
