namespace Hypermax;

/// <summary>Why a search ended.</summary>
public enum StopReason
{
    /// <summary>It has as many trials as were asked for.</summary>
    Trials,

    /// <summary>Its time was up.</summary>
    Timeout,

    /// <summary>A value was as good as the target.</summary>
    Target,

    /// <summary>No trial had been better for as long as the patience lasted.</summary>
    Patience,

    /// <summary>Every point of a finite space had been tried.</summary>
    Exhausted,

    /// <summary>What further trials could gain was estimated to be below the noise.</summary>
    Noise,

    /// <summary>Somebody asked for its end after the running trials.</summary>
    Stopped,

    /// <summary>The caller cancelled it.</summary>
    Cancelled,
}
