using Hypermax.Pruning;

namespace Hypermax.Tests.Pruning;

/// <summary>Verdicts of <c>forecast</c> worked out by hand.</summary>
public sealed class ForecastVerdictTests
{
    // Reports 0 to 4 and what became of them: y = 3 + 0.8 (x − 2), r² = 3.6/3, the spread of final losses √2.5 = 1.58.
    private static readonly double[] Half = [2, 1, 4, 3, 5];
    private static readonly double[] Whole = [1.1, 2, 2.9, 4.1, 4.9];

    /// <summary>
    /// At 4 the forecast is 4.6 with the scale √(1.2·1.6) = 1.39, so that it beats the best, 1, with probability 0.04; another trial
    /// does with 0.156·8/9 = 0.14.
    /// That would be reason enough, but 1.39 is above half of 1.58, and above half of the 1.6 that 4.6 lies above the mean.
    /// </summary>
    [Fact]
    public void FindReason_ReportsThatTellHalfOfTheEnd_GoesOn() => Assert.Null(Verdict(Half, report: 4));

    /// <summary>At 50 the scale is 16.7, far above the spread; but it will be worse than the mean by 38.4, and half of that is more.</summary>
    [Fact]
    public void FindReason_ReportFarOutside_Stops() => Assert.Contains(
        "it becomes better than the best, 1, with probability 0.0", Verdict(Half, report: 50), StringComparison.Ordinal);

    [Fact]
    public void FindReason_ReportsThatTellTheEnd_Stops() =>
        Assert.Contains("as 5 complete trials went on", Verdict(Whole, report: 4), StringComparison.Ordinal);

    private static string? Verdict(double[] finals, double report)
    {
        LearningCurve curve = new(finals.Length);
        curve.Add(1, report);
        return new ForecastPruner().FindReason(new PrunerContext { Curve = curve, History = new CurveHistory(finals.Select(Complete)) });
    }

    private static LearningCurve Complete(double final, int report) => LearningCurve.Of(
        new TrialRecord
        {
            Number = report,
            Point = [],
            State = TrialState.Complete,
            Outcome = TrialOutcome.Of(final) with { Reports = [new TrialReport(1, report), new TrialReport(9, final)] },
        },
        Direction.Minimize);
}
