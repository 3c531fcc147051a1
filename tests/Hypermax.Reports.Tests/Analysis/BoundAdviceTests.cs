using Hypermax.Analysis;
using Hypermax.Analysis.Findings;
using Hypermax.Reports;
using Hypermax.Storage;

namespace Hypermax.Tests.Analysis;

/// <summary>Advice to widen a range keeps what the range is, and is given only where there is something beyond.</summary>
public sealed class BoundAdviceTests
{
    private static readonly ParameterFacts Declared = new() { Position = new SourcePosition("Params.cs", 12, 5) };

    [Theory]
    [InlineData(true, "[LogUniform(32, 192, Step = 16)]")]
    [InlineData(false, "[Uniform(32, 128, Step = 16)]")]
    public void Find_SteppedWholeNumbers_AdviceKeepsTheStep(bool isLog, string attribute)
    {
        NumericParameter size = new("size", isLog ? Law.LogUniform : Law.Uniform, 32, 96, step: 16, isInteger: true, facts: Declared);

        Finding finding = Assert.Single(Findings(new SearchSpace("s", [size]), i => [32 + (16 * (i % 5))]), finding => finding.Kind == FindingKind.BestOnBound);

        Assert.Contains(attribute, finding.Suggestion!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(1.5, 1)]
    public void Find_PartOfASum_AdviceOnlyWhereTheOthersLeaveRoom(double total, int count)
    {
        SearchSpace space = new(
            "s", [new NumericParameter("a", Law.Uniform, 0, 1), new NumericParameter("b", Law.Uniform, 0, 1)], [new SumRelation([0, 1], total)]);

        IEnumerable<Finding> findings = Findings(space, i => [1 - (i % 50 / 100.0), total - 1 + (i % 50 / 100.0)]);

        Assert.Equal(count, findings.Count(finding => finding.Kind == FindingKind.BestOnBound && finding.Parameter == "a"));
    }

    private static IReadOnlyList<Finding> Findings(SearchSpace space, Func<int, double[]> point)
    {
        StudyHeader header = new() { Name = "s", Space = space, Seed = 1, Method = "random", Version = "1", Created = DateTimeOffset.UnixEpoch };
        TrialRecord[] trials =
        [
            .. Enumerable.Range(0, 100).Select(
                i => new TrialRecord { Number = i, Point = [.. point(i)], State = TrialState.Complete, Outcome = TrialOutcome.Of(-point(i)[0]) }),
        ];
        return new StudyAnalysis(new StudyData(header, trials)).Findings;
    }
}
