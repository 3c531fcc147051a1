using MathNet.Numerics.Distributions;

namespace Hypermax.Studies.Racing;

/// <summary>The points of a study with the means of their values, and the noise that repeats show.</summary>
internal sealed class RaceStandings(Direction direction)
{
    // Rounding of a mean, not noise.
    private const double Rounding = 1e-12;
    private const int LeastFreedom = 3;
    private readonly Dictionary<Point, RacePoint> _points = [];

    /// <summary>Gets the points, in no order.</summary>
    public IReadOnlyCollection<RacePoint> Points => _points.Values;

    /// <summary>Gets how many values are repeats: the degrees of freedom of the noise.</summary>
    public int Freedom { get; private set; }

    /// <summary>Gets the variance of the values of one point, pooled over all; NaN without repeats.</summary>
    public double Variance => Freedom == 0 ? double.NaN
        : _points.Values.Where(point => point.Count > 1).OrderBy(point => point.First.Number).Sum(point => point.Squares) / Freedom;

    /// <summary>Gets whether there are enough repeats to speak of noise, or of none.</summary>
    public bool IsNoiseKnown => Freedom >= LeastFreedom;

    /// <summary>Gets whether repeats have agreed so often that there is no noise.</summary>
    public bool IsExact => IsNoiseKnown && Math.Sqrt(Variance) <= Rounding * _points.Values.Max(point => Math.Abs(point.Mean));

    /// <summary>Gets the standings of trials in any order.</summary>
    public static RaceStandings Of(IEnumerable<TrialRecord> trials, Direction direction)
    {
        RaceStandings standings = new(direction);
        foreach (TrialRecord trial in trials)
        {
            standings.Add(trial);
        }

        return standings;
    }

    /// <summary>Takes in a finished trial; one without a value counts as an attempt at a point that is known.</summary>
    public void Add(TrialRecord trial)
    {
        if (trial.IsSetApart)
        {
            return;
        }

        if (_points.TryGetValue(trial.Point, out RacePoint? point))
        {
            point.Attempts++;
            Freedom += trial.IsEligible ? 1 : 0;
        }
        else if (trial.IsEligible)
        {
            _points.Add(trial.Point, point = new RacePoint());
        }

        if (trial.IsEligible)
        {
            point!.Add(trial, direction.ToLoss(trial.Value));
        }
    }

    /// <summary>Gets the points by their expected losses, lowest first; equals by trial number.</summary>
    public IReadOnlyList<RacePoint> Ranked()
    {
        RacePoint[] byMean = [.. _points.Values.OrderBy(point => point.Mean).ThenBy(point => point.First.Number)];
        double variance = Variance;
        if (!(variance > 0))
        {
            return byMean;
        }

        // Of the worse half little is to be learned about how much the leaders differ.
        ReadOnlySpan<RacePoint> better = byMean.AsSpan(0, (byMean.Length + 1) / 2);
        double centre = 0;
        double luck = 0;
        foreach (RacePoint point in better)
        {
            centre += point.Mean / better.Length;
            luck += variance / point.Count / better.Length;
        }

        double scatter = 0;
        foreach (RacePoint point in better)
        {
            scatter += (point.Mean - centre) * (point.Mean - centre) / Math.Max(1, better.Length - 1);
        }

        // The points' own scatter: what is left of that of the means without luck, and never nothing.
        double own = Math.Max(scatter - luck, 0.1 * scatter);
        return [.. byMean.OrderBy(point => Expected(point, centre, own, variance)).ThenBy(point => point.First.Number)];
    }

    /// <summary>Tells whether a point is worse than another by more than noise.</summary>
    public bool IsWorse(RacePoint point, RacePoint than, double confidence)
    {
        double error = Math.Sqrt(Variance * ((1.0 / point.Count) + (1.0 / than.Count)));
        return point.Mean - than.Mean > StudentT.InvCDF(0, 1, Freedom, confidence) * error;
    }

    // The mean of a normal posterior.
    private static double Expected(RacePoint point, double centre, double own, double variance)
    {
        double weight = own / (own + (variance / point.Count));
        return (weight * point.Mean) + ((1 - weight) * centre);
    }
}
