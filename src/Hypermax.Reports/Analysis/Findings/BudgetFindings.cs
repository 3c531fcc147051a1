using System.Globalization;
using Hypermax.Errors;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Judges the number of trials: too few for the space, ended while improving, spent on repeats.</summary>
internal static class BudgetFindings
{
    private const int TrialsPerParameter = 10;

    public static IEnumerable<Finding> Find(StudyData data, bool varies)
    {
        int parameters = data.Geometry.Dimensions.Count(dimension => dimension.LevelCount != 1);
        double points = Cardinality(data);
        int told = data.Finished.Count - data.Failed.Count;
        if (told < TrialsPerParameter * parameters && told > 0 && told < points)
        {
            yield return new Finding(
                FindingKind.TooFewTrials,
                "There are few trials for this space.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Counted.Of(told, told == data.Complete.Count ? "complete trial" : "trial")} for {Counted.Of(parameters, "parameter")}; "
                    + $"ten for each parameter is a usual least."),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Go on to {Counted.Of(TrialsPerParameter * parameters, "trial")} or more, or fix parameters whose value you know."));
        }

        int late = data.Complete.Count - data.BestRow - 1;
        if (varies && data.Complete.Count >= 20 && late * 20 < data.Complete.Count)
        {
            yield return new Finding(
                FindingKind.StillImproving,
                "The search was still improving when it ended.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The best is trial {data.Best!.Number}, with {Counted.Of(late, "complete trial")} after it of {data.Complete.Count}."),
                "Go on with more trials: the study continues where it stopped.");
        }

        int repeated = Points.Repeated([.. data.Finished.Where(trial => trial.Budget?.Continues is null)]).Sum(rows => rows.Count - 1);
        if (data.Space.Count > 0 && repeated >= 3 && repeated * 20 >= data.Finished.Count)
        {
            bool isExhausted = points <= 2.0 * data.Finished.Count;
            yield return new Finding(
                FindingKind.Duplicates,
                string.Create(CultureInfo.InvariantCulture, $"{100.0 * repeated / data.Finished.Count:0} % of the trials repeat a point."),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{repeated} of {data.Finished.Count} trials have the values of an earlier one"
                    + $"{(isExhausted ? $"; the space has only {Counted.Of((long)points, "point")}" : string.Empty)}."),
                isExhausted
                    ? "Use fewer trials or method 'grid', or refine the steps."
                    : "That is well for a noisy objective and waste for an exact one; smaller steps or wider bounds give the search more to try.");
        }
    }

    /// <summary>Gets the number of points of the space, conditions left aside; infinite with a continuous parameter.</summary>
    private static double Cardinality(StudyData data) =>
        data.Geometry.Dimensions.Aggregate(
            1.0, (product, dimension) => dimension.LevelCount is 0 or int.MaxValue ? double.PositiveInfinity : product * dimension.LevelCount);
}
