using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Finds the point of the space with the largest log expected improvement.</summary>
/// <remarks>
/// Candidates over the whole space and around the best points; the best of both are refined: quasi-Newton ascent in the
/// continuous coordinates, then each discrete parameter in turn tries its other values, a new branch being filled by draws.
/// </remarks>
internal sealed class AcquisitionSearch
{
    private const int MostLevels = 16;
    private readonly SpaceGeometry _geometry;
    private readonly GpFeatures _features;
    private readonly GpPosterior _posterior;
    private readonly double[]? _fixed;
    private readonly SeedStream _stream;
    private readonly double _target;
    private readonly double[] _row;

    public AcquisitionSearch(SamplerContext context, GpFeatures features, GpPosterior posterior, double target)
    {
        _geometry = context.Geometry;
        _features = features;
        _posterior = posterior;
        _fixed = context.Fixed;
        _stream = context.Stream("gp/acquisition");
        _target = target;
        _row = new double[features.Count];
    }

    /// <summary>A point with its score.</summary>
    public readonly record struct Scored(double[] Vector, double Score);

    /// <summary>Searches.</summary>
    /// <param name="global">The number of candidates over the whole space.</param>
    /// <param name="centres">Good points to search around, best first.</param>
    /// <param name="isTaken">Tells whether a point has been tried already.</param>
    /// <returns>The best points found, best first; empty when every candidate was taken.</returns>
    public List<Scored> Find(int global, IReadOnlyList<double[]> centres, Func<double[], bool> isTaken)
    {
        List<Scored> wide = [];
        for (int i = 0; i < global; i++)
        {
            wide.Add(Score(Draw()));
        }

        List<Scored> near = [];
        foreach (double[] centre in centres)
        {
            for (int i = 0; i < 48; i++)
            {
                near.Add(Score(Perturb(centre)));
            }
        }

        List<Scored> found = [.. Top(wide, 4).Concat(Top(near, 4)).Select(Refine)];
        found.AddRange(wide);
        found.AddRange(near);
        return Top(found.Where(item => !isTaken(item.Vector)), 16);
    }

    /// <summary>Computes the log expected improvement of a point.</summary>
    public double LogImprovement(double[] vector)
    {
        _features.Write(vector, _row);
        (double mean, double variance) = _posterior.Predict(_row);
        double deviation = Math.Sqrt(variance);
        return MillsRatio.LogImprovement((_target - mean) / deviation).Log + Math.Log(deviation);
    }

    private static List<Scored> Top(IEnumerable<Scored> items, int count) => [.. items.OrderByDescending(item => item.Score).Take(count)];

    private Scored Score(double[] vector) => new(vector, LogImprovement(vector));

    private double[] Draw()
    {
        double[] vector = new double[_geometry.Count];
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = Value(i, vector, () => _geometry.Dimensions[i].FromUnit(_stream.NextDouble()));
        }

        return vector;
    }

    private double Value(int parameter, double[] vector, Func<double> free)
    {
        if (!_geometry.Space.IsActive(parameter, vector))
        {
            return double.NaN;
        }

        return _fixed is not null && !double.IsNaN(_fixed[parameter]) ? _fixed[parameter] : free();
    }

    private double[] Perturb(double[] centre)
    {
        double[] vector = new double[_geometry.Count];
        double share = Math.Min(1, (1 + (4 * _stream.NextDouble() * _stream.NextDouble())) / vector.Length);
        share = _stream.NextDouble() < 0.3 ? 1 : share;
        double width = 0.3 * Math.Pow(0.01, _stream.NextDouble());
        for (int i = 0; i < vector.Length; i++)
        {
            Dimension dimension = _geometry.Dimensions[i];
            vector[i] = Value(i, vector, () =>
                double.IsNaN(centre[i]) || (dimension.IsCategorical && _stream.NextDouble() < Math.Min(share, 0.3))
                    ? dimension.FromUnit(_stream.NextDouble())
                    : dimension.IsCategorical || _stream.NextDouble() >= share ? centre[i] : Move(dimension, centre[i], width));
        }

        return vector;
    }

    private double Move(Dimension dimension, double value, double width)
    {
        if (dimension.LevelCount is > 1 and <= MostLevels)
        {
            int level = dimension.LevelOf(value);
            int next = level + (_stream.NextDouble() < 0.5 ? -1 : 1) * (1 + _stream.NextInt(Math.Max(1, (int)(width * dimension.LevelCount))));
            return dimension.LevelValue(Math.Clamp(next, 0, dimension.LevelCount - 1));
        }

        double unit = dimension.ToUnit(value) + (width * _stream.NextNormal());
        unit = unit < 0 ? Math.Min(1, -unit) : unit > 1 ? Math.Max(0, 2 - unit) : unit;
        return dimension.FromUnit(unit);
    }

    private Scored Refine(Scored start)
    {
        Scored best = start;
        for (int round = 0; round < 3; round++)
        {
            double before = best.Score;
            best = Ascend(best);
            best = Sweep(best);
            if (best.Score - before < 1e-3)
            {
                break;
            }
        }

        return best;
    }

    private Scored Ascend(Scored start)
    {
        List<int> free = [];
        for (int i = 0; i < _geometry.Count; i++)
        {
            int levels = _geometry.Dimensions[i].LevelCount;
            bool isFixed = _fixed is not null && !double.IsNaN(_fixed[i]);
            if (!isFixed && !double.IsNaN(start.Vector[i]) && !_features.IsHamming[Math.Max(0, _features.OfParameter[i])] && (levels == 0 || levels > MostLevels))
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
        BoundedLbfgs optimizer = new(x.Length);
        optimizer.Minimize((point, gradient) => Negative(point, gradient, free, features), x, low, high, 30, 1e-3, 0.05);
        double[] vector = [.. start.Vector];
        for (int k = 0; k < free.Count; k++)
        {
            vector[free[k]] = _geometry.Dimensions[free[k]].FromUnit(x[k]);
        }

        for (int i = 0; i < vector.Length; i++)
        {
            // A numeric parent may have changed which of its children exist.
            bool isActive = _geometry.Space.IsActive(i, vector);
            if (isActive == double.IsNaN(vector[i]))
            {
                vector[i] = Value(i, vector, () => _geometry.Dimensions[i].FromUnit(_stream.NextDouble()));
            }
        }

        Scored moved = Score(vector);
        return moved.Score > start.Score ? moved : start;
    }

    private double Negative(ReadOnlySpan<double> point, Span<double> gradient, List<int> free, double[] features)
    {
        for (int k = 0; k < free.Count; k++)
        {
            features[_features.OfParameter[free[k]]] = point[k];
        }

        (double mean, double variance) = _posterior.Predict(features);
        double deviation = Math.Sqrt(variance);
        double z = (_target - mean) / deviation;
        (double log, double slope) = MillsRatio.LogImprovement(z);

        // d/dx [h(z) + log σ] = h'(z)·(−μ' − z·σ')/σ + σ'/σ with σ' = (σ²)'/(2σ).
        double meanFactor = -slope / deviation;
        double varianceFactor = (1 - (slope * z)) / (2 * variance);
        for (int k = 0; k < free.Count; k++)
        {
            gradient[k] = -_posterior.Gradient(features, _features.OfParameter[free[k]], meanFactor, varianceFactor);
        }

        return -(log + Math.Log(deviation));
    }

    // One pass over the discrete parameters, each taking its best value with the others held.
    private Scored Sweep(Scored start)
    {
        Scored best = start;
        for (int i = 0; i < _geometry.Count; i++)
        {
            Dimension dimension = _geometry.Dimensions[i];
            bool isFixed = _fixed is not null && !double.IsNaN(_fixed[i]);
            if (isFixed || double.IsNaN(best.Vector[i]) || dimension.IsContinuous || dimension.LevelCount == 1)
            {
                continue;
            }

            double current = best.Vector[i];
            foreach (double value in Neighbours(dimension, current))
            {
                Scored moved = Score(With(best.Vector, i, value));
                best = moved.Score > best.Score ? moved : best;
            }
        }

        return best;
    }

    private static IEnumerable<double> Neighbours(Dimension dimension, double value)
    {
        if (dimension.LevelCount <= MostLevels)
        {
            for (int level = 0; level < dimension.LevelCount; level++)
            {
                if (dimension.LevelValue(level) != value)
                {
                    yield return dimension.LevelValue(level);
                }
            }

            yield break;
        }

        int at = dimension.LevelOf(value);
        foreach (int offset in new[] { -3, -2, -1, 1, 2, 3 })
        {
            if (at + offset >= 0 && at + offset < dimension.LevelCount)
            {
                yield return dimension.LevelValue(at + offset);
            }
        }
    }

    private double[] With(double[] vector, int parameter, double value)
    {
        double[] copy = [.. vector];
        copy[parameter] = value;
        for (int i = parameter + 1; i < copy.Length; i++)
        {
            bool isActive = _geometry.Space.IsActive(i, copy);
            if (isActive == double.IsNaN(copy[i]))
            {
                copy[i] = Value(i, copy, () => _geometry.Dimensions[i].FromUnit(_stream.NextDouble()));
            }
        }

        return copy;
    }
}
