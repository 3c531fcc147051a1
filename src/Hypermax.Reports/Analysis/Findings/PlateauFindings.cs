using System.Globalization;
using Hypermax.Charts.Scales;
using Hypermax.Errors;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Finds that many trials end at one and the same worst value, as models do that diverged or learned nothing, and where.</summary>
internal static class PlateauFindings
{
    private const int LeastTrials = 10;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        double worst = data.Losses.Max();
        int count = data.Losses.Count(loss => loss == worst);
        if (count < LeastTrials || count * 20 < data.Losses.Count)
        {
            yield break;
        }

        // Where losses take few values, many trials share each of them, and the worst says nothing.
        int[] others = [.. data.Losses.Where(loss => loss != worst).GroupBy(loss => loss).Select(group => group.Count())];
        if (others.Length < 2 * LeastTrials || others.Max() * 5 > count)
        {
            yield break;
        }

        string statement = string.Create(
            CultureInfo.InvariantCulture,
            $"{100.0 * count / data.Losses.Count:0} % of the trials end at the same worst {data.ValueName}, {NumberText.Short(data.Sign * worst)}.");
        Region? region = Region.Find(data, data.Complete, trial => data.Sign * trial.Value == worst).FirstOrDefault(
            region => !region.Holds(data.Best!.Point[data.Space.IndexOf(region.Parameter.Name)]));
        if (region is null)
        {
            yield return new Finding(
                FindingKind.WorstValueShared,
                statement,
                FormattableString.Invariant($"{count} of {Counted.Of(data.Losses.Count, "trial")}; no single parameter says where."),
                "Find out why: they diverged, or learned nothing.");
            yield break;
        }

        yield return new Finding(
            FindingKind.WorstValueShared,
            statement,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Most of them lie {region.Where}: {100.0 * region.BadThere / region.There:0} % of the {Counted.Of(region.There, "trial")} there, "
                + $"{100.0 * region.BadElsewhere / region.Elsewhere:0} % elsewhere."),
            region.Choice is { } choice
                ? $"Find out why '{choice}' diverges or learns nothing, or remove it from the choices."
                : $"If they diverge or learn nothing there, narrow the range: {region.Narrowed}.",
            region.Parameter.Name,
            region.Parameter.Position);
    }
}
