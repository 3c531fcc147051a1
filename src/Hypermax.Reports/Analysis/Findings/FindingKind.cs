namespace Hypermax.Analysis.Findings;

/// <summary>What a finding is about.</summary>
public enum FindingKind
{
    /// <summary>All losses are equal: there is nothing to search for.</summary>
    NoVariation,

    /// <summary>The best trials crowd at a bound of a parameter: better values may lie beyond.</summary>
    BestOnBound,

    /// <summary>A parameter has no visible effect on the loss.</summary>
    NoEffect,

    /// <summary>A choice or branch was tried often and is never among the best.</summary>
    BranchNeverWon,

    /// <summary>Failures crowd in one part of the range of a parameter.</summary>
    FailuresConcentrated,

    /// <summary>A large share of the trials failed.</summary>
    FailuresFrequent,

    /// <summary>Repeats of the same point differ as much as the best trials do.</summary>
    NoiseAgainstImprovement,

    /// <summary>There are few trials for so many parameters.</summary>
    TooFewTrials,

    /// <summary>The best trial is one of the last: the search was still improving.</summary>
    StillImproving,

    /// <summary>Many trials repeat a point that was tried before.</summary>
    Duplicates,

    /// <summary>The code or data that decide the loss changed between two trials.</summary>
    ObjectiveChanged,

    /// <summary>Many trials end at one and the same worst value: they diverged, or learned nothing.</summary>
    WorstValueShared,

    /// <summary>Trials were stopped early: what that saved, and what it may have cost.</summary>
    PruningSaved,

    /// <summary>Leading points were evaluated again: whether noise still hides which of them is best.</summary>
    LeadersRaced,

    /// <summary>A constraint costs something: without it the best would be better.</summary>
    ConstraintBinds,

    /// <summary>No trial keeps all constraints, so there is no best.</summary>
    NothingFeasible,

    /// <summary>Trials ran at budgets: what they cost together, and how far small budgets told the truth.</summary>
    BudgetsTold,

    /// <summary>Trials that went on have the very values that they had at smaller budgets.</summary>
    BudgetIgnored,
}
