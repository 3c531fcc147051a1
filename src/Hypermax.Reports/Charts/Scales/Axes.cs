using Hypermax.Tables;

namespace Hypermax.Charts.Scales;

/// <summary>Makes axes that fit values.</summary>
internal static class Axes
{
    /// <summary>The largest number that an axis shows; values beyond are drawn at the edge.</summary>
    private const double Limit = 1e300;

    /// <summary>As many values of a stepped parameter as have ticks of their own.</summary>
    private const int MostLevels = 12;

    /// <summary>Makes the axis of a parameter: its bounds where they are finite, the values seen elsewhere.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="values">The values seen; NaN is passed over.</param>
    public static Axis OfParameter(Parameter parameter, ReadOnlySpan<double> values)
    {
        if (parameter is CategoricalParameter categorical)
        {
            return OfCategories(parameter.Name, ParameterColumns.Labels(categorical));
        }

        NumericParameter numeric = (NumericParameter)parameter;
        (double low, double high) = Range(values);
        low = double.IsFinite(numeric.Low) && !(numeric.IsLog && numeric.Low <= 0) ? numeric.Low : low;
        high = double.IsFinite(numeric.High) ? numeric.High : high;
        string title = numeric.Unit is null ? numeric.Name : $"{numeric.Name} [{numeric.Unit}]";
        bool isLog = numeric.IsLog && low > 0;
        if (Levels(numeric, low, high) is { } levels)
        {
            double half = (levels[1] - levels[0]) / 2;
            return new Axis { Title = title, Min = levels[0] - half, Max = levels[^1] + half, TickValues = levels };
        }

        (low, high) = WidenIfEmpty(low, high, isLog);
        return new Axis { Title = title, Scale = isLog ? ScaleKind.Log : ScaleKind.Linear, Min = low, Max = high, IsWhole = numeric.IsInteger };
    }

    /// <summary>Gets the values of a parameter that has few, equally far apart, or null: such an axis has half a step of room at its ends.</summary>
    internal static double[]? Levels(NumericParameter parameter, double low, double high) =>
        !parameter.IsLog && parameter.Step is double step && high > low && (high - low) / step < MostLevels - 0.5
            ? [.. Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => low + (i * step))]
            : null;

    /// <summary>Makes an axis of categories.</summary>
    /// <param name="title">The title.</param>
    /// <param name="labels">The labels.</param>
    public static Axis OfCategories(string title, IReadOnlyList<string> labels) =>
        new() { Title = title, Scale = ScaleKind.Category, Min = -0.5, Max = Math.Max(1, labels.Count) - 0.5, Categories = labels };

    /// <summary>Makes a linear axis from end to end of the values, with a little room.</summary>
    /// <param name="title">The title.</param>
    /// <param name="values">The values; NaN is passed over.</param>
    /// <param name="fromZero">Whether the axis starts at 0.</param>
    /// <param name="isWhole">Whether the values are whole numbers.</param>
    public static Axis OfNumbers(string title, ReadOnlySpan<double> values, bool fromZero = false, bool isWhole = false)
    {
        (double low, double high) = Range(values);
        low = fromZero ? Math.Min(0, low) : low;
        (low, high) = WidenIfEmpty(low, high, isLog: false);
        double room = (high / 2) - (low / 2);
        return new Axis { Title = title, Min = fromZero && low == 0 ? 0 : low - (room * 0.08), Max = high + (room * 0.08), IsWhole = isWhole };
    }

    /// <summary>Makes an axis of trial numbers, or of anything else counted: exactly from the first to the last.</summary>
    /// <param name="title">The title.</param>
    /// <param name="values">The numbers.</param>
    public static Axis OfCounts(string title, ReadOnlySpan<double> values)
    {
        (double low, double high) = Range(values);
        low = Math.Min(low, 0);
        return new Axis { Title = title, Min = low, Max = Math.Max(high, low + 1), IsWhole = true };
    }

    /// <summary>Makes the axis of an objective's values. Few extreme values do not squeeze the others: they are left beyond the end.</summary>
    /// <remarks>
    /// <para>Positive values of which the best and the median differ more than fifty times get a log scale. Else, where the worst lies
    /// further from the best than six times the upper quartile does, the axis ends there, or at the 95th percentile if that is further.</para>
    /// </remarks>
    /// <param name="title">The title.</param>
    /// <param name="values">The values; NaN is passed over.</param>
    /// <param name="sign">1 when smaller values are better, −1 when larger ones are.</param>
    public static Axis OfObjective(string title, ReadOnlySpan<double> values, double sign)
    {
        double[] sorted = Sorted(values);
        if (sorted.Length == 0)
        {
            return new Axis { Title = title, Min = 0, Max = 1 };
        }

        if (sorted[0] > 0 && sorted[^1] / sorted[0] > 100 && Quantiles.Of(sorted, 0.5) / sorted[0] > 50)
        {
            double top = Math.Min(Math.Min(sorted[^1], Limit), Quantiles.Of(sorted, 0.75) * 1e4);
            double factor = Math.Pow(top / sorted[0], 0.04);
            return new Axis { Title = title, Scale = ScaleKind.Log, Min = sorted[0] / factor, Max = top * factor };
        }

        double low = Math.Max(sorted[0], -Limit);
        double high = Math.Min(sorted[^1], Limit);
        if (sign > 0)
        {
            double reach = Quantiles.Of(sorted, 0.75) - low;
            high = reach > 0 ? Math.Min(high, Math.Max(low + (6 * reach), Quantiles.Of(sorted, 0.95))) : high;
        }
        else
        {
            double reach = high - Quantiles.Of(sorted, 0.25);
            low = reach > 0 ? Math.Max(low, Math.Min(high - (6 * reach), Quantiles.Of(sorted, 0.05))) : low;
        }

        (low, high) = WidenIfEmpty(low, high, isLog: false);
        double room = ((high / 2) - (low / 2)) * 0.08;
        return new Axis { Title = title, Min = low - room, Max = high + room };
    }

    /// <summary>Makes the axis of amounts such as seconds: from 0 to the largest, or a log scale when the largest is far above the median.</summary>
    /// <param name="title">The title.</param>
    /// <param name="values">The values; NaN is passed over.</param>
    public static Axis OfAmounts(string title, ReadOnlySpan<double> values)
    {
        double[] sorted = Sorted(values);
        double median = Quantiles.Of(sorted, 0.5);
        if (sorted.Length == 0 || sorted[0] <= 0 || sorted[^1] < 30 * median)
        {
            return OfNumbers(title, values, fromZero: true);
        }

        double factor = Math.Pow(sorted[^1] / sorted[0], 0.04);
        return new Axis { Title = title, Scale = ScaleKind.Log, Min = sorted[0] / factor, Max = Math.Min(sorted[^1], Limit) * factor };
    }

    /// <summary>Counts the values beyond the ends of an axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">The values; NaN is passed over.</param>
    public static int CountBeyond(Axis axis, ReadOnlySpan<double> values)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += value < axis.Min || value > axis.Max ? 1 : 0;
        }

        return count;
    }

    private static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
        }

        return low > high ? (0, 1) : (Math.Max(low, -Limit), Math.Min(high, Limit));
    }

    private static (double Low, double High) WidenIfEmpty(double low, double high, bool isLog)
    {
        if (high > low)
        {
            return (low, high);
        }

        if (isLog)
        {
            return (low / 2, low * 2);
        }

        double room = low == 0 ? 1 : Math.Abs(low) * 0.1;
        return (low - room, low + room);
    }

    private static double[] Sorted(ReadOnlySpan<double> values)
    {
        List<double> finite = new(values.Length);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                finite.Add(value);
            }
        }

        finite.Sort();
        return [.. finite];
    }
}
