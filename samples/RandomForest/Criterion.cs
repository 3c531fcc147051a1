namespace RandomForest;

/// <summary>What makes a split a good one.</summary>
public enum Criterion
{
    /// <summary>The chance that two cases drawn from a leaf differ in class.</summary>
    Gini,

    /// <summary>The information that the class of a case still carries.</summary>
    Entropy,
}
