using System.Globalization;
using Hypermax.Errors;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Finds where trials fail: a part at one end of a range, or a choice.</summary>
internal static class FailureFindings
{
    public static IEnumerable<Finding> Find(StudyData data)
    {
        int failed = data.Failed.Count;
        if (failed >= Region.LeastBad && failed < data.Finished.Count)
        {
            foreach (Region region in Region.Find(data, data.Finished, trial => trial.State == TrialState.Failed).Take(2))
            {
                yield return Make(region);
            }
        }

        if (failed >= Region.LeastBad && failed * 5 >= data.Finished.Count)
        {
            IGrouping<FailureKind, TrialRecord> most = data.Failed.GroupBy(trial => trial.Outcome?.Failure ?? FailureKind.None)
                .OrderByDescending(group => group.Count())
                .First();
            yield return new Finding(
                FindingKind.FailuresFrequent,
                string.Create(CultureInfo.InvariantCulture, $"{100.0 * failed / data.Finished.Count:0} % of the trials failed."),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{failed} of {Counted.Of(data.Finished.Count, "finished trial")} failed, most often ({most.Count()}) with {most.Key}: "
                    + $"{Shorten(most.First().Outcome?.Message)}."),
                "Look at the log of one of them first: the search learns little from trials that fail.");
        }
    }

    private static Finding Make(Region region) => new(
        FindingKind.FailuresConcentrated,
        $"Trials fail {region.Where}.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"There {region.BadThere} of {Counted.Of(region.There, "trial")} failed ({100.0 * region.BadThere / region.There:0} %); "
            + $"elsewhere {region.BadElsewhere} of {region.Elsewhere} ({100.0 * region.BadElsewhere / region.Elsewhere:0} %)."),
        region.Choice is { } choice
            ? $"Find out why '{choice}' fails, or remove it from the choices."
            : $"Give these trials what they lack, or narrow the range: {region.Narrowed}.",
        region.Parameter.Name,
        region.Parameter.Position);

    private static string Shorten(string? message)
    {
        string text = (message ?? "no message").ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return text.Length <= 120 ? text : text[..117] + "…";
    }
}
