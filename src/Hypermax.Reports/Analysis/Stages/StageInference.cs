using Hypermax.Reports;
using Hypermax.Spaces;
using MathNet.Numerics;

namespace Hypermax.Analysis.Stages;

/// <summary>Tells the stages of a search from where the values of its trials lie: where ranges narrowed, widened, or an optimiser took over.</summary>
/// <remarks>
/// <para>Binary segmentation (Scott and Knott 1974): the trials are cut where two histograms of each parameter explain them better than one, by
/// the marginal likelihood under Jeffreys' prior, as long as the gain is far above what chance gives. Of an optimiser's stage,
/// which drifts, the parts are joined again.</para>
/// <para>Stages shorter than 20 trials are not seen, nor is a change from random search to another way of filling the same ranges evenly.</para>
/// </remarks>
internal sealed class StageInference
{
    private const int Bins = 16;
    private const int Shortest = 20;
    private const double LeastGain = 30;

    // Fewer trials leave parts of full ranges empty by chance.
    private const int LeastForRanges = 50;

    // The share of the greatest entropy that evenly drawn values have; the room below it is for rounding, which gives levels unequal weights.
    private const double Even = 0.8;

    private readonly Dimension[] _dimensions;
    private readonly IReadOnlyList<TrialRecord> _trials;
    private readonly int[][][] _counts;
    private readonly double[] _logs;
    private readonly List<int> _cuts = [];

    private StageInference(StudyData data, IReadOnlyList<TrialRecord> trials)
    {
        (_dimensions, _trials) = (data.Geometry.Dimensions, trials);
        _counts = [.. data.Geometry.Dimensions.Select((dimension, parameter) => Cumulated(dimension, [.. trials.Select(trial => trial.Point[parameter])]))];
        _logs = [.. Enumerable.Range(0, trials.Count + 1).Select(count => SpecialFunctions.GammaLn(count + 0.5) - SpecialFunctions.GammaLn(0.5))];
    }

    /// <summary>Tells the stages.</summary>
    /// <param name="data">The study.</param>
    /// <param name="trials">Its trials in the order in which they were drawn.</param>
    /// <returns>Spans without gaps; none without trials.</returns>
    public static IReadOnlyList<StageSpan> Of(StudyData data, IReadOnlyList<TrialRecord> trials)
    {
        if (trials.Count == 0 || data.Space.Count == 0)
        {
            return [];
        }

        StageInference inference = new(data, trials);
        inference.Cut(0, trials.Count);
        List<StageSpan> stages = [];
        foreach (StageSpan part in inference.Spans(inference._cuts))
        {
            if (stages is [.., { IsRandom: false } last] && !part.IsRandom)
            {
                stages[^1] = inference.Span(last.First, part.End);
            }
            else
            {
                stages.Add(part);
            }
        }

        return stages;
    }

    /// <summary>Describes stages that are known.</summary>
    /// <param name="data">The study.</param>
    /// <param name="trials">Its trials in the order in which they were drawn, at least one.</param>
    /// <param name="cuts">The places at which stages begin, without the first.</param>
    public static IReadOnlyList<StageSpan> Between(StudyData data, IReadOnlyList<TrialRecord> trials, IReadOnlyList<int> cuts) =>
        [.. new StageInference(data, trials).Spans(cuts)];

    private IEnumerable<StageSpan> Spans(IReadOnlyList<int> cuts)
    {
        int[] ends = [0, .. cuts, _trials.Count];
        return ends.Zip(ends.Skip(1), Span);
    }

    private StageSpan Span(int first, int end) => new(first, end, IsEven(first, end), end - first < LeastForRanges ? [] : Narrowed(first, end));

    private void Cut(int first, int end)
    {
        double whole = Evidence(first, end);
        (double gain, int at) = (LeastGain, -1);
        for (int cut = first + Shortest; cut <= end - Shortest; cut++)
        {
            double more = Evidence(first, cut) + Evidence(cut, end) - whole;
            (gain, at) = more > gain ? (more, cut) : (gain, at);
        }

        if (at >= 0)
        {
            Cut(first, at);
            _cuts.Add(at);
            Cut(at, end);
        }
    }

    // The logarithm of the probability of the trials when each parameter has one unknown histogram.
    private double Evidence(int first, int end)
    {
        double sum = 0;
        foreach (int[][] bins in _counts)
        {
            double half = 0.5 * bins.Length;
            int all = 0;
            foreach (int[] bin in bins)
            {
                int count = bin[end] - bin[first];
                all += count;
                sum += _logs[count];
            }

            sum += SpecialFunctions.GammaLn(half) - SpecialFunctions.GammaLn(half + all);
        }

        return sum;
    }

    // Every parameter fills the range that it has in these trials evenly; with Miller and Madow's correction for few trials.
    private bool IsEven(int first, int end) => Enumerable.Range(0, _dimensions.Length).All(parameter =>
    {
        double[] units = [.. Values(parameter, first, end).Select(_dimensions[parameter].ToUnit)];
        double[] levels = [.. units.Distinct().Take(Bins + 1)];
        if (levels.Length < 2)
        {
            return true;
        }

        (double low, double high) = (units.Min(), units.Max());
        IEnumerable<int> bins = levels.Length <= Bins
            ? units.Select(unit => Array.IndexOf(levels, unit))
            : units.Select(unit => Math.Min(Bins - 1, (int)(Bins * (unit - low) / (high - low))));
        double[] shares = [.. bins.GroupBy(bin => bin).Select(bin => (double)bin.Count() / units.Length)];
        int count = Math.Min(levels.Length, Bins);
        return shares.Sum(share => -share * Math.Log(share)) + ((count - 1) / (2.0 * units.Length)) >= Even * Math.Log(count);
    });

    private IEnumerable<double> Values(int parameter, int first, int end) =>
        _trials.Skip(first).Take(end - first).Select(trial => trial.Point[parameter]).Where(value => !double.IsNaN(value));

    private int[] Narrowed(int first, int end) =>
    [
        .. Enumerable.Range(0, _dimensions.Length).Where(parameter =>
        {
            Dimension dimension = _dimensions[parameter];
            double[] values = [.. Values(parameter, first, end)];
            double used = values.Length == 0 ? 1
                : dimension.IsCategorical ? values.Distinct().Sum(value => Length(dimension.Cell(value)))
                : dimension.Cell(values.Max()).High - dimension.Cell(values.Min()).Low;

            // What n uniform draws span on average.
            return used < 0.9 * (values.Length - 1) / (values.Length + 1);
        }),
    ];

    private static double Length((double Low, double High) cell) => cell.High - cell.Low;

    // For each bin, how many of the trials before each place have their value in it; bins in which nothing lies are left out.
    private static int[][] Cumulated(Dimension dimension, double[] values)
    {
        Dictionary<int, int[]> bins = [];
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            if (!double.IsNaN(value))
            {
                int bin = dimension.IsCategorical ? (int)value : Math.Min(Bins - 1, (int)(Bins * dimension.ToUnit(value)));
                if (!bins.TryGetValue(bin, out int[]? counts))
                {
                    bins[bin] = counts = new int[values.Length + 1];
                }

                counts[i + 1] = 1;
            }
        }

        foreach (int[] counts in bins.Values)
        {
            for (int i = 1; i < counts.Length; i++)
            {
                counts[i] += counts[i - 1];
            }
        }

        return [.. bins.OrderBy(bin => bin.Key).Select(bin => bin.Value)];
    }
}
