using System.Globalization;
using Hypermax.Charts.Scales;
using Hypermax.Errors;
using Hypermax.Reports;
using Hypermax.Studies.Racing;

namespace Hypermax.Analysis.Findings;

/// <summary>Says of points that were evaluated again whether noise still hides which of them is best.</summary>
internal static class RaceFindings
{
    private const int MostNamed = 3;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        RaceOptions usual = new();
        RaceStandings standings = RaceStandings.Of(data.Complete, data.Direction);
        RacePoint leader = standings.Ranked()[0];
        if (!standings.IsNoiseKnown || standings.IsExact)
        {
            yield break;
        }

        RacePoint[] raced = [.. standings.Ranked().Skip(1).Where(point => point.Count > 1)];
        RacePoint[] close = [.. raced.Where(point => !standings.IsWorse(point, leader, usual.Confidence))];
        string figures = string.Create(
            CultureInfo.InvariantCulture,
            $"Trial {leader.First.Number} has a mean of {NumberText.Short(data.Direction.ToLoss(leader.Mean))} over {Counted.Of(leader.Count, "evaluation")}; "
            + $"repeats of a point scatter with a standard deviation of {NumberText.Short(Math.Sqrt(standings.Variance))}.");
        if (close.Length == 0)
        {
            yield return new Finding(
                FindingKind.LeadersRaced,
                "The best point is better than the others by more than noise.",
                raced.Length == 0 ? figures : FormattableString.Invariant($"{figures} {Counted.Of(raced.Length, "other point")} raced against it and lost."));
            yield break;
        }

        string names = string.Join(", ", close.Take(MostNamed).Select(point => FormattableString.Invariant(
            $"trial {point.First.Number} ({NumberText.Short(data.Direction.ToLoss(point.Mean))}, {Counted.Of(point.Count, "evaluation")})")));
        yield return new Finding(
            FindingKind.LeadersRaced,
            "The difference of the best points is below noise.",
            $"{figures} Not told apart from it: {names}{(close.Length > MostNamed ? " and others" : string.Empty)}.",
            "Choose among them by what else matters, such as speed or size, or let the search go on with more trials.");
    }
}
