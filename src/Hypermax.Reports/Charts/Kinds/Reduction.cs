namespace Hypermax.Charts.Kinds;

/// <summary>How the values of a group of trials become one.</summary>
internal enum Reduction
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The best of them.</summary>
    Min,

    /// <summary>Their median.</summary>
    Median,
}
