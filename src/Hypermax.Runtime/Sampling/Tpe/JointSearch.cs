using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Tpe;

/// <summary>Draws whole points from the good density and compares the densities over all parameters at once.</summary>
internal sealed class JointSearch : CandidateSearch
{
    private readonly JointMixture _good;
    private readonly JointMixture _bad;
    private readonly double[] _vectors;
    private readonly double[] _points;
    private readonly double[] _scores;

    private JointSearch(TpeModel model, TpeOptions options)
        : base(model, options)
    {
        (_good, _bad) = ((JointMixture)model.Good, (JointMixture)model.Bad);
        int count = model.Dimensions.Length;
        _vectors = new double[count * options.Candidates];
        _points = new double[count * options.Candidates];
        _scores = new double[options.Candidates];
    }

    public static JointSearch Create(SpaceGeometry geometry, TrialHistory history, TpeOptions options) =>
        new(new TpeModel(geometry, history, options, (rows, exponent) => new JointMixture(rows, options, exponent)), options);

    /// <inheritdoc/>
    protected override double Search(SamplerContext context, DistinctPoints distinct, SeedStream stream)
    {
        int parameters = Vector.Length;
        double total = ShareOut(context.Fixed);
        int kept = 0;
        for (int candidate = 0; candidate < Options.Candidates; candidate++)
        {
            int? kernel = DrawKernel(total, stream);
            for (int d = 0; d < parameters; d++)
            {
                Decide(context, d, kernel, stream);
            }

            if (candidate == 0 || !distinct.IsTried(Vector))
            {
                Vector.CopyTo(_vectors, kept * parameters);
                Point.CopyTo(_points, kept * parameters);
                kept++;
            }
        }

        Score(kept);
        int best = kept > 1 && distinct.IsTried(_vectors.AsSpan(0, parameters)) ? 1 : 0;
        for (int candidate = best + 1; candidate < kept; candidate++)
        {
            best = _scores[candidate] > _scores[best] ? candidate : best;
        }

        _vectors.AsSpan(best * parameters, parameters).CopyTo(Best);
        return _scores[best];
    }

    // Candidates with the same parameters side by side are scored together.
    private void Score(int count)
    {
        int parameters = Vector.Length;
        Span<double> bad = stackalloc double[KernelQuery.Points];
        for (int start = 0; start < count;)
        {
            int end = start + 1;
            while (end < count && end < start + KernelQuery.Points && HaveSameParameters(start, end))
            {
                end++;
            }

            ReadOnlySpan<double> points = _points.AsSpan(start * parameters, (end - start) * parameters);
            Span<double> scores = _scores.AsSpan(start, end - start);
            _good.LogDensities(points, Query, scores);
            _bad.LogDensities(points, Query, bad[..scores.Length]);
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] -= bad[i];
            }

            start = end;
        }
    }

    private bool HaveSameParameters(int left, int right)
    {
        int parameters = Vector.Length;
        for (int d = 0; d < parameters; d++)
        {
            if (double.IsNaN(_points[(left * parameters) + d]) != double.IsNaN(_points[(right * parameters) + d]))
            {
                return false;
            }
        }

        return true;
    }

    // By its weight, and by how well it agrees with the values people fixed.
    private double ShareOut(FixedValues fixedValues)
    {
        bool conditions = !fixedValues.IsEmpty;
        if (conditions)
        {
            for (int d = 0; d < Point.Length; d++)
            {
                Point[d] = fixedValues[d] is double value ? Model.Dimensions[d].Coordinate(value) : double.NaN;
            }

            _good.Prepare(Point, 1, Query);
        }

        Span<double> shares = Shares();
        double total = 0;
        for (int slot = 0; slot < shares.Length; slot++)
        {
            shares[slot] = _good.WeightOf(slot) * (conditions ? _good.Agreement(slot, Point, Query) : 1);
            total += shares[slot];
        }

        return total + _good.PriorWeight;
    }
}
