using System.Globalization;
using Hypermax.Analysis.Importances;
using Hypermax.Errors;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Finds parameters without visible effect, by both importances.</summary>
internal static class EffectFindings
{
    private const int LeastTrials = 50;
    private const double MostShare = 0.02;

    public static IEnumerable<Finding> Find(StudyAnalysis analysis)
    {
        StudyData data = analysis.Data;
        if (data.Complete.Count < LeastTrials || analysis.Importances.Sum(importance => importance.Share) < 0.2)
        {
            // Where nothing explains the loss, saying that a parameter does not explains nothing either.
            yield break;
        }

        for (int i = 0; i < data.Space.Count; i++)
        {
            Parameter parameter = data.Space.Parameters[i];
            ParameterImportance anova = analysis.Importances[i];
            ParameterImportance rank = analysis.RankImportances[i];
            bool isConstant = data.Geometry.Dimensions[i].LevelCount == 1;
            bool decides = data.Space.Parameters.Any(other => other.Conditions.Any(condition => condition.Parent == i));
            if (isConstant
                || decides
                || TopTrials.RowsWith(data, i).Length < LeastTrials
                || anova.Share > MostShare
                || rank.Share + (2 * rank.Spread) > 0.1
                || rank.Share > MostShare)
            {
                continue;
            }

            double value = data.Best!.Point[i];
            string best = double.IsNaN(value) ? string.Empty : $" ('{PointText(parameter, value)}' in the best trial)";
            yield return new Finding(
                FindingKind.NoEffect,
                $"'{parameter.Name}' has no visible effect on the {data.ValueName}.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Alone it explains {Math.Max(anova.Share, rank.Share) * 100:0.#} % of the variance over "
                    + $"{Counted.Of(TopTrials.RowsWith(data, i).Length, "trial")}."),
                $"Fix it{best} and spend the trials on the others, unless it matters for other reasons.",
                parameter.Name,
                parameter.Position);
        }
    }

    private static string PointText(Parameter parameter, double value) =>
        parameter is NumericParameter numeric ? RangeText.Number(numeric, value) : Spaces.PointJson.ToText(parameter, value);
}
