using Hypermax.Numerics;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The model of a study: takes in the rows of its history and gives the posterior for a proposal.</summary>
/// <remarks>Everything it keeps is a function of the first rows of the history. Not safe to share between threads.</remarks>
/// <param name="options">The settings.</param>
/// <param name="transform">Makes losses fit for the model; null for <see cref="OutputTransform.Of"/>.</param>
/// <param name="isBent">Whether coordinates may be bent.</param>
internal sealed class GpEngine(GpOptions options, TransformLosses? transform = null, bool isBent = true)
{
    // From fewer rows draws are little more than draws from the priors; beyond, the likelihood has one narrow peak and a draw
    // costs more than it tells.
    private const int FewestDrawnFrom = 25;
    private const int MostDrawnFrom = 150;

    private readonly TransformLosses _transform = transform ?? OutputTransform.Of;
    private SpaceGeometry? _geometry;
    private TrialHistory? _history;
    private GpFeatures? _features;
    private GpData? _data;
    private GpFits? _fits;

    /// <summary>Takes in the history and conditions on it.</summary>
    /// <param name="context">The history.</param>
    /// <param name="draws">Whether hyperparameters are drawn for this trial instead of the most likely ones.</param>
    public GpView Look(SamplerContext context, bool draws = false)
    {
        Learn(context);
        int rows = context.History.Count;
        bool isDrawn = draws && rows is >= FewestDrawnFrom and <= MostDrawnFrom;
        GpHyperparameters fit = isDrawn ? _fits!.Draw(rows, context.Stream("gp/hyperparameters")) : _fits!.At(rows);
        OutputTransform scale = _transform(context.History.Losses);
        int room = options.ModelTrials - Math.Min(context.Running.Count, options.ModelTrials / 2);
        (int[] kept, double[] losses) = Told(scale, room);
        GpData data = Points(kept, rows, scale, fit.Warps);
        GpPosterior posterior = new(data, fit, losses);
        GpView view = new(posterior, posterior.Best, posterior.Skill(), scale, kept, data.Features);
        return context.Running.Count == 0 ? view : view with { Posterior = Fantasise(context, data, fit, posterior, losses) };
    }

    // The rows that the model is told of, not more than there is room for, and their standardised losses.
    private (int[] Rows, double[] Losses) Told(OutputTransform scale, int room)
    {
        double[] values = FailedTrials.Values(_history!, scale, _features!);
        int[] told = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]))];
        double[] losses = [.. told.Select(row => values[row])];
        int[] kept = told.Length <= room ? told : [.. Subset(losses, room).Select(index => told[index])];
        return (kept, [.. kept.Select(row => values[row])]);
    }

    private GpData Points(int[] kept, int rows, OutputTransform scale, IReadOnlyList<GpWarp> warps)
    {
        GpData data = kept.Length == rows ? Prefix(rows, warps) : Part(kept, warps);
        double unit = scale.ToSpread(1);
        double[] doubts = new double[kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            double doubt = _history!.Spreads[kept[i]] / unit;
            doubts[i] = doubt * doubt;
        }

        data.Doubts = doubts;
        return data;
    }

    // The first rows, kept from one look to the next as long as the coordinates are bent the same way.
    private GpData Prefix(int rows, IReadOnlyList<GpWarp> warps)
    {
        if (_data is null || !_data.Features.Warps.SequenceEqual(warps))
        {
            _data = new GpData(_features!.Bent(warps));
        }

        double[] vector = new double[_geometry!.Count];
        while (_data.Count < rows)
        {
            _history!.CopyRow(_data.Count, vector);
            _data.Add(vector);
        }

        return _data;
    }

    private GpData Part(int[] rows, IReadOnlyList<GpWarp> warps)
    {
        GpData part = new(_features!.Bent(warps));
        double[] vector = new double[_geometry!.Count];
        foreach (int row in rows)
        {
            _history!.CopyRow(row, vector);
            part.Add(vector);
        }

        return part;
    }

    /// <summary>Gets the rows to keep when there is room for some only: the best half and the most recent others, in order.</summary>
    public static int[] Subset(double[] losses, int room)
    {
        HashSet<int> kept = [.. Enumerable.Range(0, losses.Length).OrderBy(row => losses[row]).ThenBy(row => row).Take(room / 2)];
        for (int row = losses.Length - 1; row >= 0 && kept.Count < room; row--)
        {
            kept.Add(row);
        }

        return [.. kept.Order()];
    }

    // Running trials count as finished with the loss the model expects of them, so that no two go to the same place
    // (Ginsbourger, Le Riche and Carraro 2010, "Kriging is well-suited to parallelize optimization").
    private GpPosterior Fantasise(SamplerContext context, GpData data, GpHyperparameters fit, GpPosterior posterior, double[] losses)
    {
        List<double> extended = [.. losses];
        double[] row = new double[data.Features.Count];
        int count = data.Count;
        foreach (double[] point in context.Running.Take(options.ModelTrials / 2).Select(running => running.Vector))
        {
            data.Features.Write(point, row);
            extended.Add(posterior.Predict(row).Mean);
            data.Add(point);
        }

        GpPosterior result = new(data, fit, [.. extended]);
        data.Truncate(count);
        return result;
    }

    private void Learn(SamplerContext context)
    {
        if (!ReferenceEquals(_geometry, context.Geometry) || !ReferenceEquals(_history, context.History))
        {
            (_geometry, _history, _data) = (context.Geometry, context.History, null);
            _features = new GpFeatures(context.Geometry);
            _fits = new GpFits(
                new GpPrior(_features, TypicalCount.Of(context.Geometry, "gp/dimension", static dimension => dimension.LevelCount != 1)), FitRows, isBent);
        }
    }

    private (GpData Data, double[] Losses) FitRows(int rows, IReadOnlyList<GpWarp> warps)
    {
        OutputTransform scale = _transform(_history!.Losses[..rows]);
        (int[] kept, double[] losses) = Told(scale, options.FitTrials);
        return (Points(kept, rows, scale, warps), losses);
    }
}
