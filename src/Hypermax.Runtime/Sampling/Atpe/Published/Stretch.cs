namespace Hypermax.Sampling.Atpe.Published;

/// <summary>Stretches what a model predicts back to the spread of what it was trained on, for such models hardly move.</summary>
/// <param name="PredictedMean">The mean of the predictions.</param>
/// <param name="PredictedDeviation">Their standard deviation.</param>
/// <param name="OriginalMean">The mean of the training values.</param>
/// <param name="OriginalDeviation">The standard deviation that the stretched predictions shall have.</param>
internal readonly record struct Stretch(double PredictedMean, double PredictedDeviation, double OriginalMean, double OriginalDeviation)
{
    /// <summary>The smallest probability of a value of a mode, as a part of the largest.</summary>
    private const double LeastShare = 0.15;

    /// <summary>Gets by how much differences grow.</summary>
    public double Factor => OriginalDeviation / PredictedDeviation;

    /// <summary>Stretches a prediction.</summary>
    public double Apply(double prediction) => ((prediction - PredictedMean) * Factor) + OriginalMean;

    /// <summary>Stretches the probabilities of a mode; none falls below a part of the largest.</summary>
    public static double[] Apply(ReadOnlySpan<double> predictions, Stretch[] stretches)
    {
        double[] probabilities = new double[stretches.Length];
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = Math.Clamp(stretches[i].Apply(predictions[i]), 0, 1);
        }

        double largest = probabilities.Max();
        if (largest == 0)
        {
            Array.Fill(probabilities, 1);
        }

        double least = largest * LeastShare;
        double sum = probabilities.Sum(probability => Math.Max(probability, least));
        return Array.ConvertAll(probabilities, probability => Math.Max(probability, least) / sum);
    }
}
