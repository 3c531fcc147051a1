namespace Hypermax.Convergence.Population;

/// <summary>What the problems of a family are for. Families never share a split, so nothing is judged on what it was made on.</summary>
internal enum Split
{
    /// <summary>Methods are developed and trained on these.</summary>
    Train,

    /// <summary>Decisions are made on these.</summary>
    Validate,

    /// <summary>Figures are reported of these.</summary>
    Test,
}
