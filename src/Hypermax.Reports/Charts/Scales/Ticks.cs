namespace Hypermax.Charts.Scales;

/// <summary>Chooses the ticks of an axis: round numbers, about as many as there is room for.</summary>
internal static class Ticks
{
    /// <summary>Gets the ticks of an axis within its ends, major and minor.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="wanted">About how many labels there is room for.</param>
    public static IReadOnlyList<Tick> Of(Axis axis, int wanted)
    {
        if (axis.Categories is not null)
        {
            return [.. axis.Categories.Select((label, index) => new Tick(index, label))];
        }

        if (axis.TickValues is not null)
        {
            return [.. axis.TickValues.Select(value => new Tick(value, NumberText.Short(value)))];
        }

        return axis.Scale == ScaleKind.Log ? Log(axis.Min, axis.Max, wanted) : Linear(axis.Min, axis.Max, wanted, axis.IsWhole);
    }

    private static List<Tick> Linear(double min, double max, int wanted, bool isWhole)
    {
        double step = RoundStep((max / wanted) - (min / wanted));
        if (isWhole)
        {
            step = Math.Max(1, Math.Round(step));
        }

        List<Tick> ticks = [];
        if (!(step > 0) || !double.IsFinite(step))
        {
            return ticks;
        }

        double first = Math.Ceiling((min / step) - 1e-9);
        double last = Math.Floor((max / step) + 1e-9);
        for (double k = first; k <= last && ticks.Count < 50; k++)
        {
            ticks.Add(new Tick(k * step, NumberText.OnGrid(k * step, step, Math.Max(Math.Abs(min), Math.Abs(max)))));
        }

        return ticks;
    }

    /// <summary>Gets the first of 1, 2, 5, 10 times a power of ten at or above a number.</summary>
    private static double RoundStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double lead = rough / power;
        return power * (lead <= 1.0001 ? 1 : lead <= 2.0001 ? 2 : lead <= 5.0001 ? 5 : 10);
    }

    private static List<Tick> Log(double min, double max, int wanted)
    {
        double low = Math.Log10(min);
        double high = Math.Log10(max);
        if (high - low < 0.7)
        {
            return Linear(min, max, wanted, isWhole: false);
        }

        int every = (int)Math.Max(1, Math.Ceiling((high - low) / wanted));
        double[] labelled = every > 1 || (high - low) * 2 > wanted ? [1] : (high - low) * 3 > wanted ? [1, 3] : [1, 2, 5];
        List<Tick> ticks = [];
        for (int exponent = (int)Math.Floor(low); exponent <= high; exponent++)
        {
            double power = Math.Pow(10, exponent);
            for (int lead = 1; lead <= 9; lead++)
            {
                double value = lead * power;
                if (value < min * (1 - 1e-9) || value > max * (1 + 1e-9) || (every > 1 && lead > 1))
                {
                    continue;
                }

                bool hasLabel = labelled.Contains(lead) && exponent % every == 0;
                ticks.Add(new Tick(value, hasLabel ? NumberText.Short(value) : string.Empty));
            }
        }

        return ticks;
    }
}
