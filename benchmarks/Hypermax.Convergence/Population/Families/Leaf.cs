using Hypermax.Convergence.Population.Landscapes;

namespace Hypermax.Convergence.Population.Families;

/// <summary>The parameters of one branch and its function of them; the branch of rank 0 reaches 0, each other less far down.</summary>
internal sealed class Leaf
{
    private readonly int _first;
    private readonly int _count;
    private readonly double _least;
    private readonly double _width;
    private double[] _centre = [];
    private Additive? _function;

    private Leaf(int first, int count, double least, double width)
    {
        (_first, _count, _least, _width) = (first, count, least, width);
    }

    /// <summary>Adds the parameters of a branch to a space.</summary>
    public static Leaf Grow(Draws draws, List<Parameter> parameters, string name, Condition when, int rank, bool narrow)
    {
        int first = parameters.Count;
        int count = draws.Whole(rank == 0 ? 2 : 0, 5);
        parameters.AddRange(Enumerable.Range(0, count).Select(i => ParameterDraws.Any(draws, $"{name}.p{i}", 0.25, 0.1, when)));
        double least = rank == 0 ? 0 : draws.Uniform(0.03, 0.12) * (1 + (0.5 * rank));
        return new Leaf(first, count, least, rank == 0 && narrow ? draws.Uniform(0.08, 0.2) : 0);
    }

    /// <summary>Draws where the branch is best, once the space is made.</summary>
    public void Plant(Draws draws, Coordinates space)
    {
        _centre = [.. Enumerable.Range(_first, _count).Select(i => space.Nearest(i, draws.Uniform(0.12, 0.88)))];
        double[] weights = [.. _centre.Select(_ => draws.LogUniform(0.2, 1.5))];
        _function = new Additive(draws, _centre, weights, [.. _centre.Select(_ => Well.Draw(draws, draws.Chance(0.7)))], draws.Whole(0, 2));
    }

    public double At(double[] place)
    {
        double[] own = place[_first..(_first + _count)];
        if (_width <= 0)
        {
            return _least + _function!.At(own);
        }

        double squares = 0;
        for (int i = 0; i < _count; i++)
        {
            squares += (own[i] - _centre[i]) * (own[i] - _centre[i]);
        }

        return 0.5 * (1 - Math.Exp(-0.5 * squares / (_width * _width * _count)));
    }
}
