using Hypermax.Reports;

namespace Hypermax.Analysis.Surrogates;

/// <summary>The mean of the nearest complete trials, nearer ones with more weight; where a trial has the very point, its loss.</summary>
internal sealed class NeighbourSurrogate(StudyData data) : ISurrogate
{
    private const int Neighbours = 5;

    private readonly UnitDistance _distance = new(data.Geometry, data.Complete);

    /// <inheritdoc />
    public double LossOf(ReadOnlySpan<double> point)
    {
        (double sum, double weights) = (0, 0);
        foreach ((int row, double squared) in _distance.Nearest(point, Neighbours))
        {
            double weight = 1 / (squared + 1e-12);
            (sum, weights) = (sum + (weight * data.Losses[row]), weights + weight);
        }

        return sum / weights;
    }
}
