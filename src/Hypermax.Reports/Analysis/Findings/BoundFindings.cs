using System.Globalization;
using Hypermax.Reports;
using Hypermax.Spaces;

namespace Hypermax.Analysis.Findings;

/// <summary>Finds parameters whose best trials crowd at a bound.</summary>
internal static class BoundFindings
{
    /// <summary>The outer part of the range, by the law of the parameter, that counts as at the bound.</summary>
    private const double Edge = 0.05;
    private const int LeastTrials = 20;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        for (int i = 0; i < data.Space.Count; i++)
        {
            if (data.Space.Parameters[i] is NumericParameter parameter && Find(data, i, parameter) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static Finding? Find(StudyData data, int index, NumericParameter parameter)
    {
        Dimension dimension = data.Geometry.Dimensions[index];
        int[] rows = TopTrials.RowsWith(data, index);
        if (rows.Length < LeastTrials || dimension.LevelCount is 1 or 2 || !data.Best!.Point.Has(index))
        {
            return null;
        }

        int top = Math.Max(5, rows.Length / 20);
        int[] best = TopTrials.Best(rows, data.Losses, (double)top / rows.Length);
        int low = best.Count(row => IsLow(dimension, data.Complete[row].Point[index]));
        int high = best.Count(row => IsHigh(dimension, data.Complete[row].Point[index]));
        int count = Math.Max(low, high);
        double bestValue = data.Best.Point[index];
        bool isHigh = high >= low;

        // One of three to five values is chosen by a large part of any trials: it takes more to be remarkable.
        int all = rows.Count(row => isHigh ? IsHigh(dimension, data.Complete[row].Point[index]) : IsLow(dimension, data.Complete[row].Point[index]));
        bool isFew = dimension.LevelCount is > 0 and < 6;
        if (isFew && (count * 10 < best.Length * 7 || (double)count / best.Length < 1.75 * all / rows.Length))
        {
            return null;
        }

        bool holds = count >= 3 && count * 2 >= best.Length && (isHigh ? IsHigh(dimension, bestValue) : IsLow(dimension, bestValue));
        double bound = isHigh ? parameter.High : parameter.Low;
        if (!holds || !double.IsFinite(bound))
        {
            return null;
        }

        (double newLow, double newHigh) = Widened(parameter, isHigh);
        if (IsBoundBySum(data.Space, index, isHigh))
        {
            return null;
        }

        if (newLow == parameter.Low && newHigh == parameter.High)
        {
            // A natural end, such as 1 for whole numbers on a log scale: there is nothing beyond it to try.
            return null;
        }

        string side = isHigh ? "upper" : "lower";
        return new Finding(
            FindingKind.BestOnBound,
            $"The best trials lie at the {side} bound of '{parameter.Name}'.",
            isFew
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} of the best {best.Length} trials, the best among them, have {RangeText.Number(parameter, bound)}, "
                    + $"but only {100.0 * all / rows.Length:0} % of all trials.")
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} of the best {best.Length} trials, the best among them with {RangeText.Number(parameter, bestValue)}, "
                    + $"lie in the outermost 5 % of the range, next to {RangeText.Number(parameter, bound)}."),
            $"If {(isHigh ? "larger" : "smaller")} values make sense, widen the range: {RangeText.Of(data, parameter, newLow, newHigh)}.",
            parameter.Name,
            parameter.Position);
    }

    // Parts of a sum are bounded by each other too: where the others at their other ends leave no room beyond, a wider range adds nothing.
    private static bool IsBoundBySum(SearchSpace space, int index, bool isHigh)
    {
        NumericParameter parameter = (NumericParameter)space.Parameters[index];
        foreach (SumRelation relation in space.Relations.OfType<SumRelation>().Where(relation => relation.Members.Contains(index)))
        {
            double others = relation.Members.Where(member => member != index).Sum(
                member => isHigh ? ((NumericParameter)space.Parameters[member]).Low : ((NumericParameter)space.Parameters[member]).High);
            double rest = relation.Total - others;
            double slack = 1e-9 * Math.Max(1, Math.Abs(relation.Total));
            if (isHigh ? rest <= parameter.High + slack : rest >= parameter.Low - slack)
            {
                return true;
            }
        }

        return false;
    }

    private static (double Low, double High) Widened(NumericParameter parameter, bool isHigh)
    {
        double low = parameter.Low;
        double high = parameter.High;
        double step = parameter.Step ?? 0;
        if (parameter.IsLog && low > 0)
        {
            double factor = Math.Clamp(Math.Sqrt(high / low), 2, 10);
            double least = low / factor;
            if (step == 0)
            {
                return isHigh ? (low, high * factor) : (least, high);
            }

            // Whole steps away, so that the values there are stay on the grid.
            double fewer = Math.Floor((low - Math.Max(least, parameter.IsInteger ? 1 : step / 2)) / step);
            return isHigh ? (low, high + (step * Math.Max(1, Math.Round(high * (factor - 1) / step)))) : (low - (step * Math.Max(0, fewer)), high);
        }

        double room = step > 0 ? Math.Max(step, Math.Round((high - low) / 2 / step) * step) : (high - low) / 2;
        double lower = low >= 0 ? Math.Max(0, low - room) : low - room;
        return isHigh ? (low, high + room) : (lower < low ? lower : low - room, high);
    }

    private static bool IsLow(Dimension dimension, double value) => dimension.Cell(value).Low < Edge;

    private static bool IsHigh(Dimension dimension, double value) => dimension.Cell(value).High > 1 - Edge;
}
