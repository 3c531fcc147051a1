namespace Hypermax.Analysis.Correlations;

/// <summary>Which measure tells how strongly two columns go together.</summary>
internal enum AssociationKind
{
    /// <summary>Spearman's rank correlation, from −1 to 1: both columns have an order.</summary>
    Spearman,

    /// <summary>The correlation ratio of ranks, from 0 to 1: one column has choices without an order.</summary>
    RankEta,

    /// <summary>Cramér's V, from 0 to 1: both columns have choices without an order.</summary>
    CramersV,
}
