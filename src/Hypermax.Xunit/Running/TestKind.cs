namespace Hypermax.Xunit.Running;

/// <summary>What a test with an attribute of this package does instead of being called.</summary>
public enum TestKind
{
    /// <summary>It searches.</summary>
    Tune,

    /// <summary>It evaluates tuned values again.</summary>
    TunedFact,

    /// <summary>It searches for something better than tuned values.</summary>
    Challenge,
}
