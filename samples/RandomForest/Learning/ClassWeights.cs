namespace RandomForest.Learning;

/// <summary>What one case of each class counts for.</summary>
/// <param name="Zero">The weight of a case of class 0.</param>
/// <param name="One">The weight of a case of class 1.</param>
public readonly record struct ClassWeights(double Zero, double One)
{
    /// <summary>Makes both classes count for the same in sum, or every case for the same.</summary>
    /// <param name="labels">The classes of the training cases.</param>
    /// <param name="balance">Whether to balance.</param>
    public static ClassWeights Of(byte[] labels, bool balance)
    {
        double ones = labels.Count(label => label == 1);
        double half = labels.Length / 2.0;
        return balance ? new ClassWeights(half / (labels.Length - ones), half / ones) : new ClassWeights(1, 1);
    }
}
