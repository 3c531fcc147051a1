namespace Hypermax.Convergence.Population.Landscapes;

/// <summary>A weighted sum of wells, one a coordinate, and of interactions of some pairs; 0 at its centre.</summary>
internal sealed class Additive
{
    private readonly double[] _centre;
    private readonly double[] _weights;
    private readonly Well[] _wells;
    private readonly (int I, int J, double Strength, double Slope)[] _pairs;

    /// <summary>Draws a function.</summary>
    /// <param name="draws">The draws.</param>
    /// <param name="centre">Where its minimum is.</param>
    /// <param name="weights">How much each coordinate matters.</param>
    /// <param name="wells">The well of each coordinate.</param>
    /// <param name="pairs">The number of interactions.</param>
    public Additive(Draws draws, double[] centre, double[] weights, Well[] wells, int pairs)
    {
        (_centre, _weights, _wells) = (centre, weights, wells);
        int[] heavy = [.. Enumerable.Range(0, centre.Length).OrderByDescending(i => weights[i]).Take(Math.Max(2, (pairs / 2) + 2))];
        _pairs = centre.Length < 2 ? [] : [.. Enumerable.Range(0, pairs).Select(_ => Pair(draws, heavy))];
    }

    public double At(double[] place)
    {
        double sum = 0;
        for (int i = 0; i < place.Length; i++)
        {
            sum += _weights[i] * _wells[i].At(place[i] - _centre[i]);
        }

        foreach ((int i, int j, double strength, double slope) in _pairs)
        {
            double crossed = place[i] - _centre[i] + (slope * (place[j] - _centre[j]));
            sum += strength * crossed * crossed;
        }

        return sum;
    }

    private static (int I, int J, double Strength, double Slope) Pair(Draws draws, int[] among)
    {
        int[] two = draws.Some(2, Math.Min(among.Length, Math.Max(2, among.Length)));
        return (among[two[0]], among[two[1]], draws.LogUniform(0.2, 4), draws.Pick(-1, 1) * draws.Uniform(0.5, 2));
    }
}
