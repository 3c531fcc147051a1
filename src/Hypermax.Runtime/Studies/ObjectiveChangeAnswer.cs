namespace Hypermax;

/// <summary>What to do when a study is continued and what decides its loss has changed since.</summary>
public enum ObjectiveChangeAnswer
{
    /// <summary>Go on with old and new values together, and say from which trial on they differ.</summary>
    Warn,

    /// <summary>Evaluate the best trials again under the new code, and let the others no longer count: neither as best nor for what samplers learn.</summary>
    Remeasure,

    /// <summary>Archive the old journal and begin afresh.</summary>
    Fresh,

    /// <summary>Refuse.</summary>
    Fail,
}
