using Hypermax.Analysis;
using Hypermax.Analysis.Findings;
using Hypermax.Reports;
using Hypermax.Spaces.SearchJson;
using Hypermax.Tests.Charts;

namespace Hypermax.Tests.Analysis;

public sealed class FindingTests
{
    [Fact]
    public void Find_BestAtTheUpperBound_SuggestsAWiderRangeAtItsLine()
    {
        SourcePosition position = new("Params.cs", 12, 5);
        SearchSpace space = new(
            "s",
            [
                new NumericParameter("Trees", Law.LogUniform, 1, 1000, isInteger: true, facts: new ParameterFacts { Position = position }),
                new NumericParameter("x", Law.Uniform, 0, 1),
            ]);

        Finding finding = Single(ChartStudies.Of(space, 100, vector => -Math.Log(vector[0])), FindingKind.BestOnBound);

        Assert.Equal("Trees", finding.Parameter);
        Assert.Equal(position, finding.Position);
        Assert.Equal("If larger values make sense, widen the range: [LogUniform(1, 10000)].", finding.Suggestion);
    }

    [Theory]
    [InlineData(true, "widen the range: \"min\": 1, \"max\": 10000.")]
    [InlineData(false, "widen the range: low 1, high 10000.")]
    public void Find_SpaceOfNoAttributes_AdviceIsInTheWordsOfItsForm(bool isSearchJson, string advice)
    {
        SearchSpace space = isSearchJson
            ? SearchJsonReader.Read("""
                {"type":"object","properties":{
                  "Trees":{"type":"integer","scaling":"logarithmic","min":1,"max":1000},
                  "x":{"type":"number"}}}
                """)
            : new SearchSpace("s", [new NumericParameter("Trees", Law.LogUniform, 1, 1000, isInteger: true), new NumericParameter("x", Law.Uniform, 0, 1)]);

        Finding finding = Single(ChartStudies.Of(space, 100, vector => -Math.Log(vector[0])), FindingKind.BestOnBound);

        Assert.EndsWith(advice, finding.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_BestAtOneOnALogScaleOfWholeNumbers_NothingToSuggestNothingSaid()
    {
        SearchSpace space = new("s", [new NumericParameter("leaf", Law.LogUniform, 1, 32, isInteger: true)]);

        Assert.DoesNotContain(Find(ChartStudies.Of(space, 100, vector => vector[0])), finding => finding.Kind == FindingKind.BestOnBound);
    }

    [Theory]
    [InlineData(5, "36", "1.1 whole ones")]
    [InlineData(4, "38", "1 whole one")]
    public void Find_TrialsStoppedEarly_SaysWhatThatSavedAndWhatItMayHaveCost(int last, string saved, string cost)
    {
        SearchSpace space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1)]);
        TrialRecord[] trials = [.. Enumerable.Range(0, 8).Select(number => Curve(number, steps: number < 4 ? 10 : number == 7 ? last : 2))];

        Finding finding = Single(new StudyData(StudySamples.Header("s", space), trials), FindingKind.PruningSaved);

        // Three times 8 of 10 steps, once 5 or 6 of 10, of eight whole trials; the best, trial 0, says step/10 on its way and trial 7 a bit less.
        Assert.Equal($"Stopping trials early saved {saved} % of the steps.", finding.Statement);
        Assert.Equal(
            $"4 of 8 trials were stopped, and together cost as much as {cost}. 1 of them stood ahead of the best where it was stopped.",
            finding.Evidence);
        Assert.Contains("warmupSteps", finding.Suggestion, StringComparison.Ordinal);

        static TrialRecord Curve(int number, int steps) => StudySamples.Trial(number, 1 + number, number / 8.0) with
        {
            State = steps == 10 ? TrialState.Complete : TrialState.Pruned,
            Outcome = new TrialOutcome
            {
                State = steps == 10 ? TrialState.Complete : TrialState.Pruned,
                Value = 1 + number,
                Reports = [.. Enumerable.Range(1, steps).Select(step => new TrialReport(step, (step / 10.0) + (number == 7 ? -0.01 : number)))],
            },
        };
    }

    [Theory]
    [InlineData(0.9, "The best point is better than the others by more than noise.", "1 other point raced against it and lost.")]
    [InlineData(0.13, "The difference of the best points is below noise.", "Not told apart from it: trial 1 (0.13, 4 evaluations).")]
    public void Find_LeadersRaced_SaysWhetherNoiseHidesWhichIsBest(double second, string statement, string evidence)
    {
        SearchSpace space = new("s", [new NumericParameter("x", Law.Uniform, 0, 40)]);
        double[] noise = [-0.06, 0.06, -0.02, 0.02];
        TrialRecord[] points = [.. Enumerable.Range(0, 12).Select(number => StudySamples.Trial(number, number < 2 ? Value(number, 0) : 5 + number, number))];
        TrialRecord[] repeats = [.. Enumerable.Range(0, 6)
            .Select(i => StudySamples.Trial(12 + i, Value(i % 2, 1 + (i / 2)), i % 2) with { Insight = new Insight("race") })];

        StudyData data = new(StudySamples.Header("s", space), [.. points, .. repeats]);
        Finding finding = Single(data, FindingKind.LeadersRaced);

        Assert.Equal(statement, finding.Statement);
        Assert.StartsWith("Trial 0 has a mean of 0.1 over 4 evaluations; repeats of a point scatter", finding.Evidence, StringComparison.Ordinal);
        Assert.EndsWith(evidence, finding.Evidence, StringComparison.Ordinal);
        Assert.Equal((0, 0.1), (data.Best!.Number, Math.Round(data.Best.Value, 12)));
        Assert.Equal([0, 1, 2], data.BestTrials(3).Select(trial => trial.Number));

        double Value(int point, int round) => (point == 0 ? 0.1 : second) + noise[round];
    }

    [Fact]
    public void Find_BestInside_SaysNothingOfBounds() =>
        Assert.DoesNotContain(
            Find(ChartStudies.Of(ChartStudies.Plain(2), 200, vector => Math.Abs(vector[0] - 4))), finding => finding.Kind == FindingKind.BestOnBound);

    [Fact]
    public void Find_ParameterWithoutEffect_IsNamedAndOthersAreNot()
    {
        Finding finding = Single(ChartStudies.Of(ChartStudies.Plain(2), 300, vector => Math.Abs(vector[0] - 4)), FindingKind.NoEffect);

        Assert.Equal("pb", finding.Parameter);
        Assert.Contains("over 300 trials", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ChoiceThatNeverWins_SuggestsToFixTheOther()
    {
        SearchSpace space = new("s", [new CategoricalParameter("kind", ["good", "bad"]), new NumericParameter("x", Law.Uniform, 0, 1)]);

        Finding finding = Single(ChartStudies.Of(space, 200, vector => vector[1] + (5 * vector[0])), FindingKind.BranchNeverWon);

        Assert.Contains("'bad' of 'kind'", finding.Statement, StringComparison.Ordinal);
        Assert.Equal("Fix 'kind' to 'good'.", finding.Suggestion);
    }

    [Fact]
    public void Find_FailuresAboveAValue_NameTheRegionAndANarrowerRange()
    {
        SearchSpace space = new("s", [new NumericParameter("Depth", Law.Uniform, 1, 40, isInteger: true), new NumericParameter("x", Law.Uniform, 0, 1)]);
        StudyData data = FailWhere(ChartStudies.Of(space, 200, vector => vector[1]), vector => vector[0] > 30);

        Finding finding = Single(data, FindingKind.FailuresConcentrated);

        Assert.Equal("Trials fail where 'Depth' is 31 or above.", finding.Statement);
        Assert.Contains("low 1, high 30", finding.Suggestion, StringComparison.Ordinal);
        Assert.Contains("(100 %); elsewhere 0 of", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FailuresEverywhere_NameNoRegion()
    {
        StudyData data = FailWhere(ChartStudies.Of(ChartStudies.Plain(2), 200, vector => vector[1]), vector => vector[0] * 1000 % 10 < 3);

        Assert.DoesNotContain(Find(data), finding => finding.Kind == FindingKind.FailuresConcentrated);
        Assert.Contains(Find(data), finding => finding.Kind == FindingKind.FailuresFrequent);
    }

    [Fact]
    public void Find_RepeatsThatScatter_SayTheBestIsLuck()
    {
        StudyData data = ChartStudies.Of([.. Enumerable.Range(0, 60).Select(i => (0.5 + ((i * 37 % 60) / 60.0), (double[])[i % 5]))]);

        Finding finding = Single(data, FindingKind.NoiseAgainstImprovement);

        Assert.Contains("Repeats of the same point (55)", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NoRepeatsButAFlatNoisyOptimum_SaysItIsAnEstimate()
    {
        StudyData data = ChartStudies.Of(ChartStudies.Plain(1), 200, vector => Math.Max(0, Math.Abs(vector[0] - 5) - 2) + (0.3 * Math.Sin(1e7 * vector[0])));

        Finding finding = Single(data, FindingKind.NoiseAgainstImprovement);

        Assert.Contains("No point was repeated, so this is an estimate", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_NoRepeatsAndNoNoise_SaysNothingOfNoise() =>
        Assert.DoesNotContain(
            Find(ChartStudies.Of(ChartStudies.Plain(2), 200, vector => Math.Pow(vector[0] - 5, 2) + vector[1])),
            finding => finding.Kind == FindingKind.NoiseAgainstImprovement);

    [Fact]
    public void Find_ManyTrialsAtTheWorstValue_SaysWhereTheyLie()
    {
        SearchSpace space = new("s", [new NumericParameter("rate", Law.Uniform, 0, 3), new NumericParameter("x", Law.Uniform, 0, 1)]);

        Finding finding = Single(
            ChartStudies.Of(space, 300, vector => vector[0] > 2 ? 0.9 : 0.1 + (0.2 * Math.Abs(vector[0] - 1)) + (0.1 * vector[1])),
            FindingKind.WorstValueShared);

        Assert.Equal("rate", finding.Parameter);
        Assert.Contains("end at the same worst loss, 0.9", finding.Statement, StringComparison.Ordinal);
        Assert.Contains("100 % of the", finding.Evidence, StringComparison.Ordinal);
        Assert.Contains("narrow the range: low 0, high ", finding.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_LossesOfFewValues_SaysNothingOfAPlateau() =>
        Assert.DoesNotContain(
            Find(ChartStudies.Of(ChartStudies.Plain(1), 300, vector => Math.Floor(vector[0]))), finding => finding.Kind == FindingKind.WorstValueShared);

    [Fact]
    public void Find_BestHaveTheLastOfFewValues_SuggestsMore()
    {
        SearchSpace space = new("s", [new NumericParameter("layers", Law.Uniform, 1, 3, isInteger: true), new NumericParameter("x", Law.Uniform, 0, 1)]);

        Finding finding = Single(ChartStudies.Of(space, 200, vector => vector[1] - vector[0]), FindingKind.BestOnBound);

        Assert.Contains("have 3, but only", finding.Evidence, StringComparison.Ordinal);
        Assert.Contains("low 1, high 4", finding.Suggestion, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FewValuesWithoutEffect_SaysNothingOfBounds()
    {
        SearchSpace space = new("s", [new NumericParameter("layers", Law.Uniform, 1, 3, isInteger: true), new NumericParameter("x", Law.Uniform, 0, 1)]);

        Assert.DoesNotContain(Find(ChartStudies.Of(space, 200, vector => Math.Abs(vector[1] - 0.5))), finding => finding.Kind == FindingKind.BestOnBound);
    }

    [Fact]
    public void Find_ExactRepeats_AreDuplicatesNotNoise()
    {
        StudyData data = ChartStudies.Of(
            [.. Enumerable.Range(0, 60).Select(i => (i % 5.0, (double[])[i % 5]))],
            new SearchSpace("s", [new NumericParameter("x", Law.Uniform, 0, 9, isInteger: true)]));

        IReadOnlyList<Finding> findings = Find(data);

        Assert.DoesNotContain(findings, finding => finding.Kind == FindingKind.NoiseAgainstImprovement);
        Assert.Contains(
            "the space has only 10 points", Assert.Single(findings, finding => finding.Kind == FindingKind.Duplicates).Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_FewTrials_SaysHowMany() =>
        Assert.Contains(
            "Go on to 40 trials",
            Single(ChartStudies.Of(ChartStudies.Plain(4), 12, vector => vector[0]), FindingKind.TooFewTrials).Suggestion,
            StringComparison.Ordinal);

    [Fact]
    public void Find_BestAtTheEnd_SaysItWasStillImproving() =>
        Assert.Contains(
            "trial 49",
            Single(ChartStudies.Of([.. Enumerable.Range(0, 50).Select(i => (50.0 - i, (double[])[i / 5.0]))]), FindingKind.StillImproving).Evidence,
            StringComparison.Ordinal);

    [Fact]
    public void Find_EqualLosses_SaysSoAndNothingOfParameters()
    {
        IReadOnlyList<Finding> findings = Find(ChartStudies.Of(ChartStudies.Plain(2), 100, _ => 1));

        Assert.Equal([FindingKind.NoVariation], findings.Select(finding => finding.Kind));
    }

    [Fact]
    public void Find_NoTrials_SaysNothing() => Assert.Empty(Find(new StudyData(StudySamples.Header("e", ChartStudies.Plain(2)), [])));

    private static IReadOnlyList<Finding> Find(StudyData data) => new StudyAnalysis(data).Findings;

    private static Finding Single(StudyData data, FindingKind kind) => Assert.Single(Find(data), finding => finding.Kind == kind);

    private static StudyData FailWhere(StudyData data, Func<double[], bool> fails) => new(
        data.Header,
        [
            .. data.Trials.Select(
                trial => fails(trial.Point.ToArray())
                    ? trial with { State = TrialState.Failed, Outcome = TrialOutcome.Fail(FailureKind.Memory, "too much") }
                    : trial),
        ]);
}
