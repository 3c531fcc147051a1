using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Grid;

namespace Hypermax.Tests.Sampling;

public sealed class GridLevelTests
{
    [Fact]
    public void CountPoints_ConditionalSpace_OnlyValidCombinations() =>
        Assert.Equal(23, new GridSampler().CountPoints(SamplerSpaces.Finite));

    [Fact]
    public void CountPoints_ManyIndependentParameters_WithoutListing()
    {
        SearchSpace space = new("wide", Enumerable.Range(0, 40).Select(i => new CategoricalParameter(FormattableString.Invariant($"c{i}"), ["a", "b"])));

        Assert.Equal(Math.Pow(2, 40), new GridSampler().CountPoints(space));
    }

    [Fact]
    public void Propose_ContinuousParameterWithoutLevels_SaysWhatToDo()
    {
        SamplerRun run = new(new GridSampler(), SamplerSpaces.Numbers);

        ArgumentException error = Assert.Throws<ArgumentException>(() => new GridSampler().Propose(run.Context));

        Assert.Contains("'linear' is continuous and has no levels", error.Message, StringComparison.Ordinal);
        Assert.Contains("GridOptions.Levels[\"linear\"]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Propose_Levels_SpreadOverTheLawWithItsBounds()
    {
        SearchSpace space = new("s", [new NumericParameter("x", Law.LogUniform, 1, 100)]);
        SamplerRun run = new(new GridSampler(new GridOptions { ContinuousLevels = 3 }), space);

        List<double[]> points = run.Do(10, run.Bowl);

        Assert.Equal([1.0, 10.0, 100.0], points.Select(point => Math.Round(point[0], 9)));
    }

    [Fact]
    public void Propose_ResumedInTheMiddle_GoesOnWhereItStopped()
    {
        SamplerRun whole = new(new GridSampler(), SamplerSpaces.Finite);
        List<double[]> expected = whole.Do(30, whole.Bowl);
        SamplerRun half = new(new GridSampler(), SamplerSpaces.Finite);
        half.Do(11, half.Bowl);

        Proposal next = new GridSampler().Propose(half.Context);

        Assert.Equal(expected[11], next.Vector);
        Assert.Equal("point 12 of 23", next.Insight.Note);
    }

    [Fact]
    public void Propose_UnknownNameInLevels_ListsTheParameters()
    {
        GridSampler sampler = new(new GridOptions { Levels = new Dictionary<string, int>(StringComparer.Ordinal) { ["depht"] = 3 } });

        ArgumentException error = Assert.Throws<ArgumentException>(() => sampler.CountPoints(SamplerSpaces.Finite));

        Assert.Contains("'depht', which is no parameter of space 'finite'", error.Message, StringComparison.Ordinal);
    }
}
