namespace Hypermax.Ci;

/// <summary>How much a remark matters.</summary>
public enum CiLevel
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Worth looking at; nothing fails for it.</summary>
    Warning,

    /// <summary>The study fails for it.</summary>
    Error,
}
