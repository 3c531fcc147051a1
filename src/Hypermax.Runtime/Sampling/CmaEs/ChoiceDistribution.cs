namespace Hypermax.Sampling.CmaEs;

/// <summary>The probabilities of the choices of one categorical parameter, which follow those of good trials.</summary>
/// <remarks>
/// The categorical part of CatCMA (Hamano, Saito, Nomura, Uchida and Shirakawa 2024, arXiv 2405.09962) without its step-size
/// control: p ← p + η·Σ wᵢ(e(choiceᵢ) − p), with the margin of its equation 17 below each probability.
/// </remarks>
internal sealed class ChoiceDistribution
{
    private readonly double _least;
    private readonly double _rate;

    public ChoiceDistribution(double[] prior, int categoricalCount, double effectiveParents)
    {
        Probabilities = [.. prior];
        double choices = prior.Length;
        _least = Math.Min((1 - Math.Pow(0.73, 1.0 / categoricalCount)) / (choices - 1), 1 / (2 * choices));
        _rate = effectiveParents / (effectiveParents + choices + categoricalCount);
    }

    /// <summary>Gets the probability of each choice.</summary>
    public double[] Probabilities { get; }

    /// <summary>Gets the choice that owns a place of the unit interval.</summary>
    public int Pick(double unit)
    {
        int choice = 0;
        for (double sum = Probabilities[0]; choice < Probabilities.Length - 1 && unit >= sum; sum += Probabilities[choice])
        {
            choice++;
        }

        return choice;
    }

    /// <summary>Moves towards the choices of the best trials; a trial without this parameter is passed over.</summary>
    public void Update(IReadOnlyList<double> ranked, double[] weights)
    {
        double total = 0;
        double[] seen = new double[Probabilities.Length];
        for (int k = 0; k < weights.Length && k < ranked.Count; k++)
        {
            if (!double.IsNaN(ranked[k]))
            {
                seen[(int)ranked[k]] += weights[k];
                total += weights[k];
            }
        }

        double sum = 0;
        for (int c = 0; c < Probabilities.Length; c++)
        {
            Probabilities[c] = Math.Max(_least, Probabilities[c] + (_rate * (seen[c] - (total * Probabilities[c]))));
            sum += Probabilities[c];
        }

        for (int c = 0; c < Probabilities.Length; c++)
        {
            Probabilities[c] /= sum;
        }
    }
}
