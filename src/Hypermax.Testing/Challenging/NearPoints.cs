using Hypermax.Numerics;
using Hypermax.Sampling.Evolution;
using Hypermax.Spaces;

namespace Hypermax.Testing.Challenging;

/// <summary>Draws points near one: a parameter or two moved, by steps from wide to narrow.</summary>
internal static class NearPoints
{
    /// <summary>The widest step, as a part of what a parameter's law spans.</summary>
    private const double Widest = 0.25;

    /// <summary>The narrowest step as a part of the widest.</summary>
    private const double Narrowest = 0.04;

    /// <summary>How often a point is drawn anew that was drawn before or breaks a relation.</summary>
    private const int Attempts = 20;

    /// <summary>Draws points that differ from the middle and from each other; fewer where the space has no more.</summary>
    /// <param name="space">The space.</param>
    /// <param name="middle">The point that they are near.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">What they are drawn from.</param>
    public static IReadOnlyList<Point> Of(SearchSpace space, Point middle, int count, long seed)
    {
        SpaceGeometry geometry = new(space);
        int[] free = [.. Enumerable.Range(0, space.Count).Where(i => !double.IsNaN(middle[i]) && geometry.Dimensions[i].LevelCount != 1)];
        List<Point> points = [];
        SeedStream stream = new(seed, 0, "near");
        for (int draw = 0; free.Length > 0 && points.Count < count && draw < count * Attempts; draw++)
        {
            Point point = new(Moved(geometry, middle, free, stream));
            if (!point.Equals(middle) && !points.Contains(point) && space.Relations.All(relation => relation.Holds(point)))
            {
                points.Add(point);
            }
        }

        return points;
    }

    private static double[] Moved(SpaceGeometry geometry, Point middle, int[] free, SeedStream stream)
    {
        double size = Widest * Math.Pow(Narrowest, stream.NextDouble());
        int always = free[stream.NextInt(free.Length)];
        double[] vector = new double[geometry.Count];
        for (int i = 0; i < vector.Length; i++)
        {
            bool moves = i == always || stream.NextInt(2 * free.Length) == 0;
            vector[i] = !geometry.Space.IsActive(i, vector) ? double.NaN
                : double.IsNaN(middle[i]) ? geometry.Dimensions[i].FromUnit(stream.NextDouble())
                : moves ? Offspring.Mutate(geometry.Dimensions[i], middle[i], size, stream)
                : middle[i];
        }

        return vector;
    }
}
