namespace Hypermax.Sampling.Tpe;

/// <summary>How much each trial of a group counts in its density.</summary>
public enum TpeWeights
{
    /// <summary>All the same.</summary>
    Uniform,

    /// <summary>The youngest have weight 1, older ones less on a straight line down to 1/m, as in Hyperopt.</summary>
    Forgetting,

    /// <summary>In proportion to how far the loss lies below the best loss of the bad group (Watanabe 2023, section 4.2).</summary>
    ExpectedImprovement,
}
