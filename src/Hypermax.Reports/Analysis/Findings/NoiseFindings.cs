using System.Globalization;
using Hypermax.Charts.Scales;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Compares the noise, as repeats of the same point show it, with the differences that the search is after.</summary>
internal static class NoiseFindings
{
    private const int LeastRepeats = 3;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        (double deviation, int repeats) = Noise(data);
        if (repeats < LeastRepeats || data.Complete.Count < 10 || !(deviation > 0))
        {
            yield break;
        }

        double[] sorted = [.. data.Losses.Order()];
        double best = sorted[0];
        double tenth = sorted[Math.Max(1, (int)Math.Ceiling(sorted.Length * 0.1) - 1)];
        if (tenth - best < 2 * deviation)
        {
            yield return new Finding(
                FindingKind.NoiseAgainstImprovement,
                "The best trials differ by no more than noise.",
                string.Create(CultureInfo.InvariantCulture, $"Repeats of the same point ({repeats}) scatter with a standard deviation of {NumberText.Short(deviation)}; the best tenth of the trials lies within {NumberText.Short(tenth - best)}."),
                "Repeat the best few points and compare their means, or make each trial less noisy, such as by more folds or seeds.");
        }
    }

    /// <summary>Gets the standard deviation within groups of trials of the same point, and the number of repeats it rests on.</summary>
    internal static (double Deviation, int Repeats) Noise(StudyData data)
    {
        double squares = 0;
        int repeats = 0;
        foreach (List<int> rows in Points.Group(data.Complete).Where(rows => rows.Count > 1))
        {
            double mean = rows.Average(row => data.Losses[row]);
            squares += rows.Sum(row => Math.Pow(data.Losses[row] - mean, 2));
            repeats += rows.Count - 1;
        }

        return (repeats > 0 ? Math.Sqrt(squares / repeats) : double.NaN, repeats);
    }
}
