using System.Globalization;

namespace Hypermax.Sampling.Atpe.GradientTrees;

/// <summary>What becomes of the sums of the trees: LightGBM's objectives by the words of the model file.</summary>
/// <param name="Objective">The name of the objective, or empty for the sums themselves.</param>
/// <param name="IsSquared">Whether the model was trained on square roots.</param>
/// <param name="Steepness">The factor in the exponent of the logistic function.</param>
internal readonly record struct EnsembleOutput(string Objective, bool IsSquared, double Steepness)
{
    /// <summary>Reads the words after <c>objective=</c>.</summary>
    public static EnsembleOutput Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string? sigmoid = Array.Find(words, word => word.StartsWith("sigmoid:", StringComparison.Ordinal));
        double steepness = sigmoid is not null && double.TryParse(sigmoid["sigmoid:".Length..], CultureInfo.InvariantCulture, out double given) ? given : 1;
        return new EnsembleOutput(words.Length == 0 ? string.Empty : words[0], Array.IndexOf(words, "sqrt") > 0, steepness);
    }

    /// <summary>Turns the sums of the trees, one for each class, into the outputs.</summary>
    public void Apply(Span<double> sums)
    {
        if (Objective is "multiclass" or "softmax")
        {
            SoftMax(sums);
            return;
        }

        foreach (ref double sum in sums)
        {
            sum = One(sum);
        }
    }

    private double One(double sum) => Objective switch
    {
        "binary" or "multiclassova" or "multiclass_ova" or "ova" => 1 / (1 + Math.Exp(-Steepness * sum)),
        "cross_entropy" or "xentropy" => 1 / (1 + Math.Exp(-sum)),
        "cross_entropy_lambda" or "xentlambda" => sum > 0 ? sum + Math.Log(1 + Math.Exp(-sum)) : Math.Log(1 + Math.Exp(sum)),
        "poisson" or "gamma" or "tweedie" => Math.Exp(sum),
        _ when IsSquared => Math.Sign(sum) * sum * sum,
        _ => sum,
    };

    private static void SoftMax(Span<double> sums)
    {
        double largest = double.NegativeInfinity;
        foreach (double sum in sums)
        {
            largest = Math.Max(largest, sum);
        }

        double total = 0;
        foreach (ref double sum in sums)
        {
            sum = Math.Exp(sum - largest);
            total += sum;
        }

        foreach (ref double sum in sums)
        {
            sum /= total;
        }
    }
}
