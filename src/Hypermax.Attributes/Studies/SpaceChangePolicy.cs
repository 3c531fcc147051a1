namespace Hypermax;

/// <summary>What to do when a study is continued with a space that has changed since.</summary>
public enum SpaceChangePolicy
{
    /// <summary>Refuse, and say exactly what changed.</summary>
    Fail,

    /// <summary>Carry over every old trial that still has a meaning; the others stay in the archived journal.</summary>
    Migrate,

    /// <summary>Archive the old journal and begin afresh.</summary>
    Fresh,
}
