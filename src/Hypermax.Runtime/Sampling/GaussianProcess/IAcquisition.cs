namespace Hypermax.Sampling.GaussianProcess;

/// <summary>How much is to be gained by a trial at a point, as a logarithm.</summary>
internal interface IAcquisition
{
    /// <summary>Gets the gain and its gradient in the coordinates of some parameters.</summary>
    /// <param name="features">The coordinates of the point.</param>
    /// <param name="parameters">The parameters; may be empty.</param>
    /// <param name="gradient">Receives the slope in the coordinate of each.</param>
    double Evaluate(double[] features, IReadOnlyList<int> parameters, Span<double> gradient);

    /// <summary>Explains a proposal.</summary>
    /// <param name="features">The coordinates of the point.</param>
    /// <param name="score">The gain there.</param>
    Insight Explain(double[] features, double score);
}
