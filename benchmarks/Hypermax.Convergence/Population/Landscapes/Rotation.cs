namespace Hypermax.Convergence.Population.Landscapes;

/// <summary>A rotation of some of the coordinates and an order of all.</summary>
internal sealed class Rotation
{
    private readonly int[] _order;
    private readonly double[][] _axes;

    /// <summary>Draws an order, and a rotation of the first few of it.</summary>
    public Rotation(Draws draws, int count, int rotated)
    {
        _order = draws.Order(count);
        _axes = [.. Enumerable.Range(0, rotated).Select(_ => draws.Normals(rotated))];
        for (int i = 0; i < rotated; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double shared = Dot(_axes[i], _axes[j]);
                _axes[i] = [.. _axes[i].Zip(_axes[j], (a, b) => a - (shared * b))];
            }

            double length = Math.Sqrt(Dot(_axes[i], _axes[i]));
            _axes[i] = [.. _axes[i].Select(a => a / length)];
        }
    }

    public double[] Apply(double[] place, double[] centre)
    {
        double[] z = new double[_order.Length];
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = place[_order[i]] - centre[_order[i]];
        }

        double[] turned = [.. z];
        for (int i = 0; i < _axes.Length; i++)
        {
            turned[i] = Dot(_axes[i], z);
        }

        return turned;
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
