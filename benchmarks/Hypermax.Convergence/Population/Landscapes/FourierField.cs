namespace Hypermax.Convergence.Population.Landscapes;

/// <summary>A draw of a Gaussian process with a Matérn 5/2 kernel, by random Fourier features.</summary>
/// <remarks>Rahimi and Recht 2007; frequencies of the kernel are Student-t with 5 degrees of freedom. Mean 0, variance about 1.</remarks>
internal sealed class FourierField
{
    private const int Features = 96;
    private readonly double[] _frequencies;
    private readonly double[] _phases;
    private readonly double[] _heights;
    private readonly int _count;

    /// <summary>Draws a field over the unit cube.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="lengths">The lengthscale of each coordinate, in its range.</param>
    public FourierField(Draws draws, double[] lengths)
    {
        _count = lengths.Length;
        _frequencies = new double[Features * _count];
        _phases = draws.Uniforms(Features, 0, 2 * Math.PI);
        _heights = [.. draws.Normals(Features).Select(h => h * Math.Sqrt(2.0 / Features))];
        for (int k = 0; k < Features; k++)
        {
            double spread = Math.Sqrt(draws.Normals(5).Sum(v => v * v) / 5);
            for (int i = 0; i < _count; i++)
            {
                _frequencies[(k * _count) + i] = draws.Normal() / spread / lengths[i];
            }
        }
    }

    public double At(double[] place)
    {
        double sum = 0;
        for (int k = 0; k < Features; k++)
        {
            double angle = _phases[k];
            for (int i = 0; i < _count; i++)
            {
                angle += _frequencies[(k * _count) + i] * place[i];
            }

            sum += _heights[k] * Math.Cos(angle);
        }

        return sum;
    }
}
