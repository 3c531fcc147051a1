using Hypermax.Analysis.Stages;
using Hypermax.Numerics;
using Hypermax.Reports;
using Hypermax.Spaces;

namespace Hypermax.Tests.Analysis;

public sealed class StageInferenceTests
{
    private static readonly SearchSpace Space = new("S",
    [
        new NumericParameter("rate", Law.LogUniform, 1e-4, 1),
        new NumericParameter("width", Law.Uniform, 0, 10),
        new NumericParameter("depth", Law.Uniform, 1, 5, isInteger: true),
        new CategoricalParameter("kind", ["a", "b", "c"]),
    ]);

    [Fact]
    public void Of_RangesThatNarrowAndACherry_CutsWhereTheyChange()
    {
        IReadOnlyList<TrialRecord> trials = Trials((400, _ => (0, 1)), (300, i => i == 0 ? (0.3, 0.6) : (0, 1)), (80, _ => (0.41, 0.45)));

        IReadOnlyList<StageSpan> stages = StageInference.Of(Study(trials), trials);

        Assert.Equal([400, 700, 780], stages.Select(stage => (int)Math.Round(stage.End / 20.0) * 20));
        Assert.Equal([true, true], stages.Take(2).Select(stage => stage.IsRandom));
        Assert.Empty(stages[0].Narrowed);
        Assert.Equal([0], stages[1].Narrowed);
        Assert.Equal([0, 1, 2, 3], stages[2].Narrowed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(3000)]
    public void Of_RandomTrialsAlone_IsOneStage(int count)
    {
        IReadOnlyList<TrialRecord> trials = Trials((count, _ => (0, 1)));

        StageSpan stage = Assert.Single(StageInference.Of(Study(trials), trials));

        Assert.Equal((0, count, true), (stage.First, stage.End, stage.IsRandom));
        Assert.Empty(stage.Narrowed);
    }

    [Fact]
    public void Of_TrialsThatCrowdWithinTheirRanges_AreNoRandomOnes()
    {
        SeedStream stream = new(3, 0, "crowd");
        SpaceGeometry geometry = new(Space);
        TrialRecord[] trials =
        [
            .. Enumerable.Range(0, 200).Select(number =>
            {
                double[] vector = new double[4];
                geometry.FromUnit([Crowded(stream), Crowded(stream), Crowded(stream), stream.NextDouble()], vector);
                return StudySamples.Trial(number, 1, vector);
            }),
        ];

        Assert.Contains(StageInference.Of(Study(trials), trials), stage => !stage.IsRandom);
    }

    [Fact]
    public void Of_NoTrials_IsNoStage() => Assert.Empty(StageInference.Of(Study([]), []));

    private static double Crowded(SeedStream stream) => Math.Clamp(0.5 + (0.06 * stream.NextNormal()), 0, 1);

    private static StudyData Study(IReadOnlyList<TrialRecord> trials) => new(StudySamples.Header("S", Space), trials);

    private static TrialRecord[] Trials(params (int Count, Func<int, (double Low, double High)> Range)[] stages)
    {
        SeedStream stream = new(1, 0, "stages");
        SpaceGeometry geometry = new(Space);
        double[] Draw(Func<int, (double Low, double High)> range)
        {
            double[] unit = [.. Enumerable.Range(0, Space.Count).Select(i => range(i).Low + ((range(i).High - range(i).Low) * stream.NextDouble()))];
            double[] vector = new double[Space.Count];
            geometry.FromUnit(unit, vector);
            return vector;
        }

        return
        [
            .. stages.SelectMany(stage => Enumerable.Repeat(stage.Range, stage.Count)).Select((range, number) => StudySamples.Trial(number, 1, Draw(range))),
        ];
    }
}
