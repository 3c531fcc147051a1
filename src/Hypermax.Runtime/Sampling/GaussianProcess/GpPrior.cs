namespace Hypermax.Sampling.GaussianProcess;

/// <summary>What is believed of the hyperparameters before any data; log densities and their slopes.</summary>
/// <remarks>
/// <para>Lengthscales: log-normal with location √2 + ½ log D and scale √3, so that functions of many parameters are taken
/// to be simpler (Hvarfner, Hellsten and Nardi 2024, "Vanilla Bayesian optimization performs great in high dimensions").
/// D is the mean number of parameters that exist together. Distances of choices and branches, and parameters that exist
/// in some branches only: one unit shorter, because few trials speak about each and a branch must not be taken for
/// known after one of them.</para>
/// <para>Signal variance: log-normal(0, 1). Trend variance: log-normal(log 0.3, 1.5). Noise variance: Gamma(1.1, 30),
/// which leaves room for none at all.</para>
/// </remarks>
internal sealed class GpPrior
{
    private const double Spread = 1.7320508075688772;
    private const double TrendSpread = 1.5;
    private static readonly double TrendCentre = Math.Log(0.3);
    private readonly double[] _centres;
    private readonly IReadOnlyList<GpWarp> _unbent;

    public GpPrior(GpFeatures features, double dimension)
    {
        _centres = new double[features.Count];
        _unbent = features.Warps;
        Bendable = [.. Enumerable.Range(0, features.Count).Where(f => !features.IsHamming[f])];
        for (int f = 0; f < _centres.Length; f++)
        {
            _centres[f] = Math.Sqrt(2) + (0.5 * Math.Log(Math.Max(1, dimension)))
                - (features.IsHamming[f] ? 1 : 0) - (features.IsConditional(f) ? 1 : 0);
        }

        int count = features.Count + GpHyperparameters.Variances;
        (Low, High) = (new double[count], new double[count]);
        Array.Fill(Low, -14);
        Array.Fill(High, 9);
        (Low[^3], High[^3]) = (Math.Log(0.02), Math.Log(50));
        (Low[^2], High[^2]) = (Math.Log(1e-4), Math.Log(50));
        (Low[^1], High[^1]) = (Math.Log(1e-6), Math.Log(2));
    }

    /// <summary>Gets the coordinates of numbers, which may be bent.</summary>
    public IReadOnlyList<int> Bendable { get; }

    /// <summary>Gets the lower bounds of the logarithms.</summary>
    public double[] Low { get; }

    /// <summary>Gets the upper bounds of the logarithms.</summary>
    public double[] High { get; }

    /// <summary>Gets a start of the fit: lengthscales at the prior's location times a factor.</summary>
    public GpHyperparameters Start(double factor, double noise)
    {
        double[] log = new double[Low.Length];
        for (int f = 0; f < _centres.Length; f++)
        {
            log[f] = Math.Clamp(-2 * (_centres[f] + Math.Log(factor)), Low[f], High[f]);
        }

        log[^2] = TrendCentre;
        log[^1] = Math.Log(noise);
        return new GpHyperparameters(log, _unbent);
    }

    /// <summary>Gets the negative log density and adds its slope.</summary>
    public double Penalty(ReadOnlySpan<double> log, Span<double> gradient)
    {
        double sum = 0;
        for (int f = 0; f < _centres.Length; f++)
        {
            double z = ((-0.5 * log[f]) - _centres[f]) / Spread;
            sum += 0.5 * z * z;
            gradient[f] += -0.5 * z / Spread;
        }

        double signal = log[^3];
        double trend = (log[^2] - TrendCentre) / TrendSpread;
        double noise = Math.Exp(log[^1]);
        gradient[^3] += signal;
        gradient[^2] += trend / TrendSpread;
        gradient[^1] += (30 * noise) - 0.1;
        return sum + (0.5 * signal * signal) + (0.5 * trend * trend) + (30 * noise) - (0.1 * log[^1]);
    }
}
