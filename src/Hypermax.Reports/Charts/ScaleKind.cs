namespace Hypermax.Charts;

/// <summary>How an axis lays out its values.</summary>
internal enum ScaleKind
{
    /// <summary>Equal distances for equal differences.</summary>
    Linear,

    /// <summary>Equal distances for equal ratios; values are above 0.</summary>
    Log,

    /// <summary>One place for each category, at 0, 1, 2, …</summary>
    Category,
}
