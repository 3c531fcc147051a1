using System.Globalization;
using Hypermax.Charts.Scales;
using Hypermax.Reports;
using Hypermax.Sampling;
using Hypermax.Sampling.GaussianProcess;
using Hypermax.Trials;

namespace Hypermax.Analysis.Findings;

/// <summary>Compares the noise, as repeats of the same point show it, with the differences that the search is after.</summary>
internal static class NoiseFindings
{
    private const int LeastRepeats = 3;
    private const int LeastModelled = 40;
    private const int MostModelled = 150;
    private const int TrialsOfAParameter = 8;
    private const double LeastSkill = 0.5;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        if (data.Complete.Count < 10)
        {
            yield break;
        }

        (double deviation, int repeats) = Noise(data);
        double best = data.Losses[data.RowsByLoss[0]];
        double tenth = data.Losses[data.RowsByLoss[Math.Max(1, (int)Math.Ceiling(data.Losses.Count * 0.1) - 1)]];
        if (repeats < LeastRepeats)
        {
            if (Modelled(data, tenth - best) is { } finding)
            {
                yield return finding;
            }

            yield break;
        }

        if (deviation > 0 && tenth - best < 2 * deviation)
        {
            yield return new Finding(
                FindingKind.NoiseAgainstImprovement,
                "The best trials differ by no more than noise.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Repeats of the same point ({repeats}) scatter with a standard deviation of {NumberText.Short(deviation)}; "
                    + $"the best tenth of the trials lies within {NumberText.Short(tenth - best)}."),
                "Repeat the best few points and compare their means, or make each trial less noisy, such as by more folds or seeds.");
        }
    }

    /// <summary>Without repeats a model may tell noise from effects, but what it cannot follow counts as noise too:
    /// it must predict well, and the bar is higher.</summary>
    private static Finding? Modelled(StudyData data, double width)
    {
        // A model that predicts half of the variance leaves at most √½ of the deviation: often no model is needed to say no.
        double mean = data.Losses.Average();
        double deviation = Math.Sqrt(data.Losses.Average(loss => (loss - mean) * (loss - mean)));
        if (data.Complete.Count < LeastModelled || data.Space.Count * TrialsOfAParameter > MostModelled || !(width < deviation * Math.Sqrt(1 - LeastSkill)))
        {
            return null;
        }

        TrialHistory history = new(data.Space.Count);
        int rows = Math.Min(data.Complete.Count, MostModelled);
        for (int i = 0; i < rows; i++)
        {
            int row = (int)((long)i * data.Complete.Count / rows);
            history.Add(i, data.Complete[row].Point, data.Losses[row], TrialState.Complete);
        }

        RegretEstimate? estimate = new RegretEstimator().Estimate(
            new SamplerContext { Geometry = data.Geometry, History = history, TrialNumber = rows, Seed = data.Header.Seed });
        return estimate is { Skill: >= LeastSkill } found && width < found.Noise
            ? new Finding(
                FindingKind.NoiseAgainstImprovement,
                "The best trials may differ by no more than noise.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No point was repeated, so this is an estimate: a Gaussian process that predicts {100 * found.Skill:0} % of the variance of {rows} "
                    + $"trials leaves a scatter of {NumberText.Short(found.Noise)}, noise or detail that it cannot follow; "
                    + $"the best tenth of the trials lies within {NumberText.Short(width)}."),
                "Repeat the best point a few times: that tells which it is.")
            : null;
    }

    /// <summary>Gets the standard deviation within groups of trials of the same point, and the number of repeats it rests on.</summary>
    internal static (double Deviation, int Repeats) Noise(StudyData data)
    {
        double squares = 0;
        int repeats = 0;
        foreach (List<int> rows in Points.Repeated(data.Complete))
        {
            double mean = rows.Average(row => data.Losses[row]);
            squares += rows.Sum(row => Math.Pow(data.Losses[row] - mean, 2));
            repeats += rows.Count - 1;
        }

        return (repeats > 0 ? Math.Sqrt(squares / repeats) : double.NaN, repeats);
    }
}
