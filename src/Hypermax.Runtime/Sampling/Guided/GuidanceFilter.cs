namespace Hypermax.Sampling.Guided;

/// <summary>Which trials guidance keeps from the sampler.</summary>
public enum GuidanceFilter
{
    /// <summary>None.</summary>
    None,

    /// <summary>The oldest.</summary>
    Age,

    /// <summary>Those with the worst losses; failed trials without a penalty first.</summary>
    LossRank,
}
