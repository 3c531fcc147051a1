namespace RandomForest.Learning;

/// <summary>How good predicted probabilities are.</summary>
/// <param name="LogLoss">The mean negative logarithm of the probability given to the true class.</param>
/// <param name="Accuracy">The part of the cases whose likelier class is the true one.</param>
public readonly record struct Scores(double LogLoss, double Accuracy)
{
    /// <summary>Scores predictions.</summary>
    /// <param name="probabilities">The probability of class 1 for each case.</param>
    /// <param name="labels">The true classes.</param>
    public static Scores Of(double[] probabilities, byte[] labels)
    {
        double loss = 0;
        int right = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            // Nobody is ever wholly sure: a probability of 0 for the true class would cost infinitely much.
            double one = Math.Clamp(probabilities[i], 1e-6, 1 - 1e-6);
            loss -= Math.Log(labels[i] == 1 ? one : 1 - one);
            right += (one >= 0.5) == (labels[i] == 1) ? 1 : 0;
        }

        return new Scores(loss / labels.Length, (double)right / labels.Length);
    }
}
