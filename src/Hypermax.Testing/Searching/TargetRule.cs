using System.Globalization;
using Hypermax.Build.Protocol;
using Hypermax.Search;

namespace Hypermax.Testing.Searching;

/// <summary>Fails a search that found nothing as good as its target.</summary>
internal static class TargetRule
{
    public static void Require(TestSearchResult result, SearchPlan plan)
    {
        Direction direction = plan.Options.Direction;
        if (plan.Options.Target is not { } target || !direction.IsBetter(target, result.BestValue ?? double.NaN))
        {
            return;
        }

        string relation = direction == Direction.Maximize ? "at least" : "at most";
        throw new HypermaxAssertException(string.Create(CultureInfo.InvariantCulture,
            $"The search of '{result.Study}' was to find a {direction.FigureName()} of "
            + $"{relation} {target}, but its best is {TrialText.Value(result.BestValue ?? double.NaN)} after {Errors.Counted.Of(result.Trials, "trial")}; "
            + $"it was ended by {EndText.Of(result.Reason, plan.Options)}. Search longer (Trials, or HYPERTUNE_TRIALS for one run), improve the "
            + $"objective, or relax the target. The report is {Path.Combine(result.Folder, "report.html")}"))
        {
            Rule = BuildRules.TargetMissed,
        };
    }
}
