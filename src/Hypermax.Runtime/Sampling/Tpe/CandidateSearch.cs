using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;

namespace Hypermax.Sampling.Tpe;

/// <summary>Draws points from the good density and keeps the one where it most exceeds the bad one.</summary>
internal sealed class CandidateSearch
{
    private readonly TpeModel _model;
    private readonly TpeOptions _options;
    private readonly KernelQuery _query;
    private readonly double[] _vector;
    private readonly double[] _point;
    private readonly double[] _bestPoint;
    private readonly double[] _best;
    private readonly double[] _vectors;
    private readonly double[] _points;
    private readonly double[] _scores;
    private double[] _shares = [];

    public CandidateSearch(TpeModel model, TpeOptions options)
    {
        _model = model;
        _options = options;
        int count = model.Dimensions.Length;
        _query = new KernelQuery(count);
        _vector = new double[count];
        _point = new double[count];
        _best = new double[count];
        _bestPoint = new double[count];
        _vectors = new double[count * options.Candidates];
        _points = new double[count * options.Candidates];
        _scores = new double[options.Candidates];
    }

    public Proposal Propose(SamplerContext context, DistinctPoints distinct)
    {
        SeedStream stream = context.Stream("tpe");
        double score = _options.IsJoint ? SearchJointly(context, distinct, stream) : SearchOneByOne(context, stream);
        return new Proposal((double[])_best.Clone(), new Insight("tpe", Acquisition: score));
    }

    private double SearchJointly(SamplerContext context, DistinctPoints distinct, SeedStream stream)
    {
        int parameters = _vector.Length;
        double total = Shares(context.Fixed, -1);
        int kept = 0;
        for (int candidate = 0; candidate < _options.Candidates; candidate++)
        {
            int slot = DrawSlot(total, stream);
            for (int d = 0; d < parameters; d++)
            {
                Decide(context, d, slot, stream);
            }

            if (candidate == 0 || !distinct.IsTried(_vector))
            {
                _vector.CopyTo(_vectors, kept * parameters);
                _point.CopyTo(_points, kept * parameters);
                kept++;
            }
        }

        Score(kept);
        int best = kept > 1 && distinct.IsTried(_vectors.AsSpan(0, parameters)) ? 1 : 0;
        for (int candidate = best + 1; candidate < kept; candidate++)
        {
            best = _scores[candidate] > _scores[best] ? candidate : best;
        }

        _vectors.AsSpan(best * parameters, parameters).CopyTo(_best);
        return _scores[best];
    }

    // Candidates with the same parameters side by side are scored together.
    private void Score(int count)
    {
        int parameters = _vector.Length;
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
            _model.Good.LogDensities(points, -1, _query, scores);
            _model.Bad.LogDensities(points, -1, _query, bad[..scores.Length]);
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] -= bad[i];
            }

            start = end;
        }
    }

    private bool HaveSameParameters(int left, int right)
    {
        int parameters = _vector.Length;
        for (int d = 0; d < parameters; d++)
        {
            if (double.IsNaN(_points[(left * parameters) + d]) != double.IsNaN(_points[(right * parameters) + d]))
            {
                return false;
            }
        }

        return true;
    }

    private double SearchOneByOne(SamplerContext context, SeedStream stream)
    {
        double sum = 0;
        for (int d = 0; d < _vector.Length; d++)
        {
            double bestScore = double.NegativeInfinity;
            double total = Shares(null, d);
            for (int candidate = 0; candidate < _options.Candidates; candidate++)
            {
                Decide(context, d, DrawSlot(total, stream), stream);
                if (double.IsNaN(_vector[d]))
                {
                    (_best[d], bestScore) = (double.NaN, 0);
                    break;
                }

                double score = ScoreOne(d);
                if (candidate == 0 || score > bestScore)
                {
                    bestScore = score;
                    (_best[d], _bestPoint[d]) = (_vector[d], _point[d]);
                }
            }

            (_vector[d], _point[d]) = (_best[d], _bestPoint[d]);
            sum += bestScore;
        }

        return sum;
    }

    private double ScoreOne(int only)
    {
        Span<double> good = stackalloc double[1];
        Span<double> bad = stackalloc double[1];
        _model.Good.LogDensities(_point, only, _query, good);
        _model.Bad.LogDensities(_point, only, _query, bad);
        return good[0] - bad[0];
    }

    // Fills one parameter of the candidate from a kernel of the good group, or from the law of the space (slot −1).
    private void Decide(SamplerContext context, int d, int slot, SeedStream stream)
    {
        TpeDimension dimension = _model.Dimensions[d];
        if (!context.Space.IsActive(d, _vector))
        {
            (_vector[d], _point[d]) = (double.NaN, double.NaN);
            return;
        }

        if (context.Fixed is double[] values && !double.IsNaN(values[d]))
        {
            _vector[d] = values[d];
        }
        else if (slot < 0 || _model.Good.Table.Precision(slot, d) == 0)
        {
            _vector[d] = dimension.Source.FromUnit(stream.NextDouble());
        }
        else if (dimension.IsChoice)
        {
            bool own = stream.NextDouble() < _model.Good.OwnShare(d);
            _vector[d] = own ? _model.Good.Table.Centre(slot, d) : dimension.Source.FromUnit(stream.NextDouble());
        }
        else
        {
            double width = 1 / Math.Sqrt(2.0 * _model.Good.Table.Precision(slot, d));
            _vector[d] = UnitKernel.Draw(dimension, _model.Good.Table.Centre(slot, d), width, stream);
        }

        _point[d] = dimension.Coordinate(_vector[d]);
    }

    // How likely each kernel is to be drawn from: by its weight, and by how well it agrees with the values people fixed.
    private double Shares(double[]? fixedValues, int only)
    {
        ParzenMixture good = _model.Good;
        int slots = good.Table.SlotCount;
        if (_shares.Length < slots)
        {
            _shares = new double[Math.Max(slots, 32)];
        }

        bool conditions = false;
        if (fixedValues is not null)
        {
            for (int d = 0; d < fixedValues.Length; d++)
            {
                _point[d] = _model.Dimensions[d].Coordinate(fixedValues[d]);
                conditions |= !double.IsNaN(fixedValues[d]);
            }

            good.Prepare(_point, 1, -1, _query);
        }

        double total = 0;
        for (int slot = 0; slot < slots; slot++)
        {
            bool has = only < 0 || good.Table.Precision(slot, only) > 0;
            _shares[slot] = !has ? 0 : good.WeightOf(slot) * (conditions ? Agreement(slot, fixedValues!) : 1);
            total += _shares[slot];
        }

        double prior = good.PriorWeight * (only >= 0 && _options.PoolsChoices && _model.Dimensions[only].IsChoice ? _model.Dimensions[only].Widths!.Length : 1);
        return total + prior;
    }

    private double Agreement(int slot, double[] fixedValues)
    {
        double log = _model.Good.Table.LogKernel(slot, _query);
        for (int d = 0; d < fixedValues.Length; d++)
        {
            // The constants that LogKernel leaves out hold the normalisers of parameters that always exist.
            bool isLeftOut = !double.IsNaN(fixedValues[d]) && !_model.Dimensions[d].IsConditional;
            log += isLeftOut ? _model.Good.Table.Norm(slot, d) : 0;
        }

        return Math.Exp(log);
    }

    private int DrawSlot(double total, SeedStream stream)
    {
        double rest = stream.NextDouble() * total;
        int slots = _model.Good.Table.SlotCount;
        for (int slot = 0; slot < slots; slot++)
        {
            rest -= _shares[slot];
            if (rest < 0)
            {
                return slot;
            }
        }

        return -1;
    }
}
