namespace Hypermax.Sampling.Atpe.Published;

/// <summary>Puts features on the scale of the training data: z = (x − mean)/scale.</summary>
/// <param name="Means">The mean of each feature.</param>
/// <param name="Scales">The scale of each feature.</param>
internal sealed record FeatureScaling(double[] Means, double[] Scales)
{
    /// <summary>Scales the features in place.</summary>
    public void Apply(Span<double> features)
    {
        for (int i = 0; i < features.Length; i++)
        {
            double scaled = (features[i] - Means[i]) / Scales[i];
            features[i] = double.IsFinite(scaled) ? scaled : 0;
        }
    }
}
