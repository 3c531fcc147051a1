namespace Hypermax.Sampling.Atpe.Filtering;

/// <summary>Which trials are left out before the estimator sees the history.</summary>
internal enum TrialFilterMode
{
    /// <summary>None.</summary>
    None,

    /// <summary>Old ones more often than young ones.</summary>
    Age,

    /// <summary>Bad ones more often than good ones.</summary>
    LossRank,

    /// <summary>Any, all alike.</summary>
    Random,
}
