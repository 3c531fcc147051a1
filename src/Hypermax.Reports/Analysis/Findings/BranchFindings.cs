using System.Globalization;
using Hypermax.Reports;
using Hypermax.Spaces;

namespace Hypermax.Analysis.Findings;

/// <summary>Finds choices and branches that were tried often and are never among the best.</summary>
internal static class BranchFindings
{
    private const int LeastTrials = 8;

    /// <summary>How unlikely the absence must be if the choice made no difference.</summary>
    private const double MostChance = 0.01;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        for (int i = 0; i < data.Space.Count; i++)
        {
            if (data.Space.Parameters[i] is CategoricalParameter { Choices.Count: > 1 } parameter)
            {
                foreach (Finding finding in Find(data, i, parameter))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Find(StudyData data, int index, CategoricalParameter parameter)
    {
        int[] rows = TopTrials.RowsWith(data, index);
        if (rows.Length < 2 * LeastTrials)
        {
            yield break;
        }

        int[] best = TopTrials.Best(rows, data.Losses, 0.1);
        for (int choice = 0; choice < parameter.Choices.Count; choice++)
        {
            int[] with = [.. rows.Where(row => data.Complete[row].Point[index] == choice)];
            bool isAmongBest = best.Any(row => data.Complete[row].Point[index] == choice);

            // Samplers starve bad choices, whose absence from the best then proves little; their ranks may prove it instead.
            double share = (double)with.Length / rows.Length;
            double chance = Math.Pow(1 - share, best.Length);
            bool isStarved = with.Length >= LeastTrials && IsClearlyWorse(data, rows, with);
            if (with.Length < LeastTrials || isAmongBest || (chance > MostChance && !isStarved))
            {
                continue;
            }

            string value = PointJson.ToText(parameter, choice);
            double bestWith = data.Sign * with.Min(row => data.Losses[row]);
            yield return new Finding(
                FindingKind.BranchNeverWon,
                $"The choice '{value}' of '{parameter.Name}' is never among the best.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"None of the best {best.Length} trials has it, of {with.Length} that do; "
                    + $"its best {data.ValueName} is {Charts.Scales.NumberText.Short(bestWith)}, "
                    + $"the study's {Charts.Scales.NumberText.Short(data.Best!.Value)}."),
                parameter.Choices.Count == 2
                    ? $"Fix '{parameter.Name}' to '{PointJson.ToText(parameter, 1 - choice)}'."
                    : $"Remove '{value}' from the choices.",
                parameter.Name,
                parameter.Position);
        }
    }

    /// <summary>Compares ranks of the trials with and without (Mann and Whitney 1947), asking for more than four standard deviations.</summary>
    private static bool IsClearlyWorse(StudyData data, int[] rows, int[] with)
    {
        double[] ranks = Ranks.Of([.. rows.Select(row => data.Losses[row])]);
        HashSet<int> chosen = [.. with];
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            sum += chosen.Contains(rows[i]) ? ranks[i] : 0;
        }

        double n = with.Length;
        double m = rows.Length - with.Length;
        double expected = n * (n + m + 1) / 2;
        double deviation = Math.Sqrt(n * m * (n + m + 1) / 12);
        return deviation > 0 && sum - expected > 4 * deviation;
    }
}
