using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Models the losses by a Gaussian process and proposes the point with the largest expected improvement.</summary>
public sealed class GpSampler : ISampler
{
    private readonly GpOptions _options;
    private SpaceGeometry? _geometry;
    private TrialHistory? _history;
    private GpFeatures? _features;
    private GpData? _data;
    private GpFits? _fits;
    private int _rows;

    /// <summary>Creates a sampler with the default options.</summary>
    public GpSampler()
        : this(new GpOptions())
    {
    }

    /// <summary>Creates a sampler.</summary>
    /// <param name="options">The settings.</param>
    public GpSampler(GpOptions options) => _options = options;

    /// <inheritdoc/>
    public string Name => "gp";

    /// <inheritdoc/>
    public Proposal Propose(SamplerContext context)
    {
        int startup = Startup(context.Geometry);
        if (context.TrialNumber < startup || context.History.UsableCount < 2)
        {
            return new Proposal(Design(context, startup), new Insight("gp/startup"));
        }

        Learn(context);
        int rows = context.History.Count;
        GpHyperparameters fit = _fits!.At(rows);
        List<double> losses = [.. OutputTransform.Apply(context.History.Losses)];
        GpPosterior posterior = new(_data!, fit, [.. losses]);
        double target = posterior.Best;
        if (context.Running.Count > 0)
        {
            double[] row = new double[_features!.Count];
            foreach (double[] point in context.Running)
            {
                _features.Write(point, row);
                losses.Add(posterior.Predict(row).Mean);
                _data!.Add(point);
            }

            posterior = new GpPosterior(_data!, fit, [.. losses]);
            _data!.Truncate(rows);
        }

        return Search(context, posterior, target);
    }

    private Proposal Search(SamplerContext context, GpPosterior posterior, double target)
    {
        AcquisitionSearch search = new(context, _features!, posterior, target);
        int[] order = [.. Enumerable.Range(0, context.History.Count).OrderBy(i => posterior.Fitted[i]).Take(5)];
        double[][] centres = [.. order.Select(row => Row(context.History, row))];
        List<AcquisitionSearch.Scored> found = search.Find(_options.Candidates, centres, vector => IsTaken(context, vector));
        if (found.Count == 0)
        {
            return new Proposal(context.Geometry.Sample(context.Stream("gp/fallback")), new Insight("gp/random"));
        }

        double[] features = new double[_features!.Count];
        _features.Write(found[0].Vector, features);
        (double mean, double variance) = posterior.Predict(features);
        return new Proposal(found[0].Vector, new Insight("gp", mean, Math.Sqrt(variance), found[0].Score));
    }

    private static double[] Row(TrialHistory history, int row)
    {
        double[] vector = new double[historyWidth(history)];
        history.CopyRow(row, vector);
        return vector;

        static int historyWidth(TrialHistory history) => history.ParameterCount;
    }

    private static bool IsTaken(SamplerContext context, double[] vector)
    {
        for (int row = 0; row < context.History.Count; row++)
        {
            bool same = true;
            for (int i = 0; i < vector.Length && same; i++)
            {
                same = context.History.Column(i)[row].Equals(vector[i]);
            }

            if (same)
            {
                return true;
            }
        }

        return context.Running.Any(point => point.AsSpan().SequenceEqual(vector));
    }

    private static double[] Design(SamplerContext context, int startup)
    {
        double[] vector = new double[context.Geometry.Count];
        if (context.TrialNumber >= startup)
        {
            return context.Geometry.Sample(context.Stream("gp/startup"));
        }

        context.Geometry.FromUnit(StartupDesign.Make(context.Seed, startup, context.Geometry.Count)[context.TrialNumber], vector);
        return vector;
    }

    private int Startup(SpaceGeometry geometry) => _options.StartupTrials ?? Math.Clamp(geometry.Count, 4, 8);

    private void Learn(SamplerContext context)
    {
        if (!ReferenceEquals(_geometry, context.Geometry) || !ReferenceEquals(_history, context.History))
        {
            (_geometry, _history, _rows) = (context.Geometry, context.History, 0);
            _features = new GpFeatures(context.Geometry);
            _data = new GpData(_features);
            TrialHistory history = context.History;
            _fits = new GpFits(_data, new GpPrior(_features, ActiveDimension(context)), rows => OutputTransform.Apply(history.Losses[..rows]));
        }

        double[] vector = new double[context.Geometry.Count];
        for (; _rows < context.History.Count; _rows++)
        {
            context.History.CopyRow(_rows, vector);
            _data!.Add(vector);
        }
    }

    // The mean number of coordinates that are active together, from draws of the space.
    private static double ActiveDimension(SamplerContext context)
    {
        SeedStream stream = new(0, 0, "gp/dimension");
        double sum = 0;
        for (int i = 0; i < 64; i++)
        {
            double[] vector = context.Geometry.Sample(stream);
            for (int p = 0; p < vector.Length; p++)
            {
                sum += double.IsNaN(vector[p]) || context.Geometry.Dimensions[p].LevelCount == 1 ? 0 : 1.0 / 64;
            }
        }

        return sum;
    }
}
