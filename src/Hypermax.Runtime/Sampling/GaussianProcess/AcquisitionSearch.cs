using Hypermax.Numerics;
using Hypermax.Sampling.Distinct;
using Hypermax.Spaces;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Finds the point of the space from which most is to be gained.</summary>
/// <remarks>
/// Candidates over the whole space and around the best points; the best of both are refined in turns: quasi-Newton ascent
/// in the continuous coordinates, then each discrete parameter takes its best value with the others held.
/// </remarks>
internal sealed class AcquisitionSearch
{
    private const int DrawsNearCentre = 48;
    private const int Starts = 4;
    private const int Rounds = 3;
    private readonly SpaceGeometry _geometry;
    private readonly GpFeatures _features;
    private readonly IAcquisition _acquisition;
    private readonly CandidateDraws _draws;
    private readonly double[] _row;

    public AcquisitionSearch(SamplerContext context, GpFeatures features, IAcquisition acquisition)
    {
        _geometry = context.Geometry;
        _features = features;
        _acquisition = acquisition;
        _draws = new CandidateDraws(context, context.Stream("gp/acquisition"));
        _row = new double[_features.Count];
    }

    /// <summary>Searches and explains.</summary>
    /// <param name="global">The number of candidates over the whole space.</param>
    /// <param name="centres">Good points to search around.</param>
    /// <param name="distinct">Knows the points that must not come again.</param>
    public Proposal Propose(int global, IReadOnlyList<double[]> centres, DistinctPoints distinct)
    {
        List<ScoredPoint> wide = [.. Enumerable.Range(0, global).Select(_ => Score(_draws.Anywhere()))];
        List<ScoredPoint> near = [.. centres.SelectMany(centre => Enumerable.Range(0, DrawsNearCentre).Select(_ => Score(_draws.Near(centre))))];
        List<ScoredPoint> refined = [.. Best(wide).Concat(Best(near)).Select(Refine)];
        ScoredPoint best = refined.Concat(near).Concat(wide).Where(item => !distinct.IsTried(item.Vector)).DefaultIfEmpty(refined[0]).MaxBy(item => item.Score);
        _features.Write(best.Vector, _row);
        return new Proposal(best.Vector, _acquisition.Explain(_row, best.Score));
    }

    private static IEnumerable<ScoredPoint> Best(List<ScoredPoint> items) => items.OrderByDescending(item => item.Score).Take(Starts);

    private ScoredPoint Score(double[] vector)
    {
        _features.Write(vector, _row);
        return new ScoredPoint(vector, _acquisition.Evaluate(_row, [], []));
    }

    private ScoredPoint Refine(ScoredPoint start)
    {
        ScoredPoint best = start;
        for (int round = 0; round < Rounds; round++)
        {
            double before = best.Score;
            best = Sweep(Ascend(best));
            if (best.Score - before < 1e-3)
            {
                break;
            }
        }

        return best;
    }

    private ScoredPoint Ascend(ScoredPoint start)
    {
        List<int> free = [];
        for (int i = 0; i < _geometry.Count; i++)
        {
            Dimension dimension = _geometry.Dimensions[i];
            if (_draws.IsFree(i, start.Vector) && !dimension.IsCategorical && dimension.LevelCount is 0 or > CandidateDraws.MostLevels)
            {
                free.Add(i);
            }
        }

        if (free.Count == 0)
        {
            return start;
        }

        double[] features = new double[_features.Count];
        _features.Write(start.Vector, features);
        double[] x = [.. free.Select(i => features[_features.OfParameter[i]])];
        double[] low = new double[x.Length];
        double[] high = new double[x.Length];
        Array.Fill(high, 1);
        new BoundedLbfgs(x.Length).Minimize((point, gradient) => Negative(point, gradient, free, features), x, low, high, 30, 1e-3, 0.05);
        double[] vector = [.. start.Vector];
        for (int k = 0; k < free.Count; k++)
        {
            vector[free[k]] = _geometry.Dimensions[free[k]].FromUnit(_features.ToUnit(_features.OfParameter[free[k]], x[k]));
        }

        _draws.Settle(vector);
        ScoredPoint moved = Score(vector);
        return moved.Score > start.Score ? moved : start;
    }

    private double Negative(ReadOnlySpan<double> point, Span<double> gradient, List<int> free, double[] features)
    {
        for (int k = 0; k < free.Count; k++)
        {
            features[_features.OfParameter[free[k]]] = point[k];
        }

        double value = _acquisition.Evaluate(features, free, gradient);
        for (int k = 0; k < free.Count; k++)
        {
            gradient[k] = -gradient[k];
        }

        return -value;
    }

    private ScoredPoint Sweep(ScoredPoint start)
    {
        ScoredPoint best = start;
        for (int i = 0; i < _geometry.Count; i++)
        {
            Dimension dimension = _geometry.Dimensions[i];
            if (dimension.IsContinuous || !_draws.IsFree(i, best.Vector))
            {
                continue;
            }

            foreach (double value in CandidateDraws.Alternatives(dimension, best.Vector[i]))
            {
                ScoredPoint moved = Score(_draws.With(best.Vector, i, value));
                best = moved.Score > best.Score ? moved : best;
            }
        }

        return best;
    }
}
